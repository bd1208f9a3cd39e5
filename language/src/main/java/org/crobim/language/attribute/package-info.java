/** What can be seen of an object itself, without looking at others: colours, form, and the names for them. */
@NullMarked
package org.crobim.language.attribute;

import org.jspecify.annotations.NullMarked;
