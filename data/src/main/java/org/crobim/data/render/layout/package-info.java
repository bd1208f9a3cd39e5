/** What scenes of all kinds are made of: surroundings, towns, water, blocks of courts and of tanks. */
@NullMarked
package org.crobim.data.render.layout;

import org.jspecify.annotations.NullMarked;
