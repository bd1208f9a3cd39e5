/**
 * Reads referring sentences back into what they claim.
 *
 * <p>{@link org.crobim.language.parse.ExpressionParser} is the way in. A sentence becomes lower-case words with typos mended; a
 * recursive descent over these words collects claims around the first class name and goes down again for every object that a
 * relation starts from. What is said clearly but cannot be judged by any claim becomes a {@link
 * org.crobim.language.parse.Remark}; what is not understood is listed, never ignored.
 */
@NullMarked
package org.crobim.language.parse;

import org.jspecify.annotations.NullMarked;
