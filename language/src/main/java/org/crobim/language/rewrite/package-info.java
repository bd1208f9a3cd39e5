/**
 * Keeps sentences true when the image is flipped or turned and nothing but the text is known.
 *
 * <p>{@link org.crobim.language.rewrite.SentenceRewriter} changes the words for directions and leaves all others as they are; it
 * refuses a sentence in which a word may or may not depend on the image standing upright.
 */
@NullMarked
package org.crobim.language.rewrite;

import org.jspecify.annotations.NullMarked;
