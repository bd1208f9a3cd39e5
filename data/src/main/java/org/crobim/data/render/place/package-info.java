/** Composers of the places where the classes of RISBench stand that NWPU VHR-10 does not know. */
@NullMarked
package org.crobim.data.render.place;

import org.jspecify.annotations.NullMarked;
