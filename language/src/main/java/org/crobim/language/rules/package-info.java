/**
 * When something may be said of an object: thresholds, and the verdicts that follow from them.
 *
 * <p>{@link org.crobim.language.rules.Margins} are the rules by which models are trained. For benchmarks there are the published
 * rules of VRSBench and Aerial-D, and both together ({@link org.crobim.language.rules.RuleSet}). What neither publishes (colour,
 * shape, size by class, orientation, between, beside, groups) is judged the same under all of them, by
 * {@link org.crobim.language.rules.AttributeRules} and {@link org.crobim.language.rules.NeighbourhoodRules}.
 *
 * <p>Positions are fractions of the image: x from the left, y from the top.
 */
@NullMarked
package org.crobim.language.rules;

import org.jspecify.annotations.NullMarked;
