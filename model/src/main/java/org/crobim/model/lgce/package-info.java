/**
 * LGCE-style: LAVT with a language-guided cross-scale enhancement of its four stages, after the paper of RefSegRS
 * (arXiv 2306.08625).
 *
 * <p>The code of the original was never published in full, and there is no checkpoint to compare with: what stands inside the
 * enhancement is our reconstruction, see ARCHITECTURE.md#baselines. Everything else is {@link org.crobim.model.lavt}.
 */
@NullMarked
package org.crobim.model.lgce;

import org.jspecify.annotations.NullMarked;
