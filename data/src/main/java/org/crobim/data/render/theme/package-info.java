/** Composers: where things stand in an airfield, a marina, a sports park and so on. */
@NullMarked
package org.crobim.data.render.theme;

import org.jspecify.annotations.NullMarked;
