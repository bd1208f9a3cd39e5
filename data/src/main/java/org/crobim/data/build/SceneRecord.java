package org.crobim.data.build;

import java.util.List;
import java.util.Map;

/**
 * What became of one scene; its journal entry, beside the pictures.
 *
 * @param scene id of the scene
 * @param failure why it could not be used at all; empty if it could
 * @param refusals annotations left out, by reason
 * @param skips patches and sentences left out by the rules, by reason
 * @param patches objects of each patch that has any; picture {@code <patch>.png}, masks {@code <patch>_<object>.png}
 */
record SceneRecord(
        String scene,
        String failure,
        Map<String, Integer> refusals,
        Map<String, Integer> skips,
        List<List<DescribedObject>> patches) {
    static SceneRecord failed(String scene, String failure) {
        return new SceneRecord(scene, failure, Map.of(), Map.of(), List.of());
    }
}
