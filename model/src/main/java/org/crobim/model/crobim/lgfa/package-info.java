/**
 * Language-guided feature aggregation (LGFA): {@link org.crobim.model.crobim.lgfa.LanguageGuidedFeatureAggregation} and the
 * steps of one stage.
 *
 * <p>Wiring as in the paper's flowchart, formulas our reconstruction, see ARCHITECTURE.md#crobim.
 */
@NullMarked
package org.crobim.model.crobim.lgfa;

import org.jspecify.annotations.NullMarked;
