/** Pictures of scenes for people: the scene shrunk, what was found in it, a legend and a scale bar. */
@NullMarked
package org.crobim.geo.view;

import org.jspecify.annotations.NullMarked;
