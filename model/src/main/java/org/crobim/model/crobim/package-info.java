/**
 * The CroBIM network: context-aware prompt modulation (CAPM), language-guided feature aggregation (LGFA) and the
 * mutual-interaction decoder (MID).
 *
 * <p>The wiring follows the flowchart of the paper (arXiv 2410.08613); the formulas inside the modules are our
 * reconstruction, because neither code nor equations were available. See ARCHITECTURE.md#crobim.
 */
@NullMarked
package org.crobim.model.crobim;

import org.jspecify.annotations.NullMarked;
