/**
 * Sentences to word features: the WordPiece tokenizer, its vocabulary, and the BERT encoder.
 */
@NullMarked
package org.crobim.model.text;

import org.jspecify.annotations.NullMarked;
