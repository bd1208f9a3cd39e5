/**
 * From annotated images to a data set in the layout of RISBench, the way RISBench was built.
 *
 * <p>{@link org.crobim.data.build.DatasetBuilder} walks through the scenes of an
 * {@link org.crobim.data.annotated.AnnotatedSource}. Each is cut into patches ({@code PatchFrame}, {@code Patch}), about the objects of
 * a patch sentences of several kinds are drawn ({@link org.crobim.data.mix.PatchSentences}), an object that several patches show is
 * kept where most can be said of it ({@code DescribedPatch}), each gets its mask ({@link org.crobim.data.mask.MaskSource}), and what
 * passes the checks goes into the journal ({@code BuildJournal}). When all scenes are there, {@code DatasetAssembly} has the sentences
 * chosen by the shares of the whole set ({@link org.crobim.data.mix.SentenceChoice}), numbers the samples and moves them into place.
 * Scenes are worked on in parallel; chance comes from the seed and the scene alone, and the choice from the whole journal, so the
 * files are the same whatever the number of threads.
 */
@NullMarked
package org.crobim.data.build;

import org.jspecify.annotations.NullMarked;
