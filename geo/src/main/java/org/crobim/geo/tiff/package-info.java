/**
 * TIFF files block by block: which bytes of the file hold which pixels, and what its tags say of bands and ground.
 *
 * <p>{@link org.crobim.geo.tiff.TiffStructure} reads the directories, {@link org.crobim.geo.tiff.TiffImage} checks one and
 * describes its strips or tiles, {@link org.crobim.geo.tiff.BlockReader} decodes one of them at a time. Decoding is left to
 * TwelveMonkeys: each strip or tile is handed to it as a small TIFF of its own, since its reader would run through all
 * blocks of a scene to reach one, and gives up on scenes in which blocks are left out. Every number of a file is checked
 * before anything is allocated by it.
 */
@NullMarked
package org.crobim.geo.tiff;

import org.jspecify.annotations.NullMarked;
