/**
 * What a data set says of its objects.
 *
 * <p>{@link org.crobim.data.mix.PatchSentences} gives for each object of a patch sentences of several
 * {@linkplain org.crobim.data.mix.SentenceKind kinds}; once those of all patches are known,
 * {@link org.crobim.data.mix.SentenceChoice} takes one for each object, or none, so that the data set as a whole has the
 * {@linkplain org.crobim.data.mix.SentenceShares shares} that are wanted.
 */
@NullMarked
package org.crobim.data.mix;

import org.jspecify.annotations.NullMarked;
