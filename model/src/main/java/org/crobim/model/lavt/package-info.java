/**
 * LAVT and LAVT-One (arXiv 2112.02244): a Swin Transformer whose pixels gather words after every stage.
 *
 * <p>Behaviour, parameter names and buffer names are those of the published implementation, so that its checkpoints load by
 * name; the code is our own. Quirks that are kept: the stage output is the norm of the gathered residual alone, the scale of
 * the scores ignores the number of heads, words are masked behind their projection, and all resizing keeps the corners.
 * RMSIN and LGCE build on the parts of this package. See ARCHITECTURE.md#baselines.
 */
@NullMarked
package org.crobim.model.lavt;

import org.jspecify.annotations.NullMarked;
