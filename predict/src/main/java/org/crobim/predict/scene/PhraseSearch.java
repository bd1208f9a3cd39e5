package org.crobim.predict.scene;

import java.util.function.IntPredicate;
import org.crobim.geo.blend.TileScratch;

/**
 * A phrase that is looked for on tiles.
 *
 * @param phrase what the network is asked
 * @param wanted which tiles are searched; the others count as searched in vain
 * @param scratch what was found; owned by the run
 */
record PhraseSearch(String phrase, IntPredicate wanted, TileScratch scratch) {}
