/**
 * What a sentence claims about an object, as predicates that can be evaluated.
 *
 * <p>A {@link org.crobim.language.claim.Description} is a class word followed by {@link org.crobim.language.claim.Claim}s; each
 * claim narrows the {@link org.crobim.language.claim.Candidates} that the words before it left over. Judgement has three values:
 * an object inside a safety margin ({@link org.crobim.language.rules.Margins}) is neither surely meant nor surely not meant. A
 * description may be said of an object when that object alone is sure and no other is unsure.
 *
 * <p>Positions are fractions of the image: x from the left, y from the top, both of the centre of the box.
 */
@NullMarked
package org.crobim.language.claim;

import org.jspecify.annotations.NullMarked;
