package org.crobim.predict.scene;

import java.util.Map;
import java.util.Optional;
import org.crobim.geo.blend.TileScratch;
import org.crobim.predict.query.SceneQuery;

/**
 * How one sentence is going to be answered.
 *
 * @param query the sentence
 * @param reading how
 * @param scratches what is found, by phrase; the target's phrase first
 * @param region where the overview pointed to; empty unless there was one
 */
record SceneTask(
        SceneQuery query,
        SceneReading reading,
        Map<String, TileScratch> scratches,
        Optional<OverviewPass.Region> region) {}
