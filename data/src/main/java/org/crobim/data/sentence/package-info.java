/**
 * Whether a sentence can be read and what it names: {@link org.crobim.data.sentence.SentenceLimit} for a model that reads so
 * much and so many words, {@link org.crobim.data.sentence.UniquenessProof} for the objects of a scene.
 */
@NullMarked
package org.crobim.data.sentence;

import org.jspecify.annotations.NullMarked;
