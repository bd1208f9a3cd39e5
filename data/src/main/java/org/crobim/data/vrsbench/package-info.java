/**
 * VRSBench: patches of 512 x 512 pixels from DOTA and DIOR with oriented boxes and sentences about them; what RISBench was made of.
 *
 * <p>{@link org.crobim.data.vrsbench.VrsBenchSource} reads the annotations of images,
 * {@link org.crobim.data.vrsbench.VrsBenchQuestions} the file of evaluation questions.
 */
@NullMarked
package org.crobim.data.vrsbench;

import org.jspecify.annotations.NullMarked;
