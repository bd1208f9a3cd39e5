package org.crobim.predict.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crobim.language.SceneObject;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.InRegion;

/**
 * Which of the objects found in a frame a sentence means.
 *
 * @param objects that it means: one for most sentences, all of a class for a mere class word, none when nothing fits
 * @param candidates number of objects of the target's phrase that there are in the frame
 * @param notes what the user should know about how it was decided; full sentences
 */
public record WhereDecision(List<SceneObject> objects, int candidates, List<String> notes) {
    /** Copies the lists. */
    public WhereDecision {
        objects = List.copyOf(objects);
        notes = List.copyOf(notes);
    }

    /**
     * Decides.
     *
     * @param query a sentence that can be split
     * @param found for each of its phrases the objects of the frame, ids unique among all
     * @param width of the frame, pixels
     * @param height of the frame, pixels
     */
    public static WhereDecision of(SceneQuery query, Map<String, List<SceneObject>> found, int width, int height) {
        Description target = query.description()
                .orElseThrow(() -> new IllegalArgumentException("\"" + query.text() + "\" cannot be split"));
        List<SceneObject> candidates = found.getOrDefault(query.targetPhrase(), List.of());
        List<String> notes = new ArrayList<>();
        List<SceneObject> meant = new WhereResolver(DecisiveRules.NINTHS, found, width, height)
                .narrow(candidates, target.claims(), notes);
        if (meant.isEmpty() && namesAPlace(target)) {
            List<String> looser = new ArrayList<>();
            meant = new WhereResolver(DecisiveRules.HALVES, found, width, height)
                    .narrow(candidates, target.claims(), looser);
            if (!meant.isEmpty()) {
                looser.add(
                        "Nothing lies in the ninth of the frame that is named; the half or quarter of that name was taken.");
                notes = looser;
            }
        }
        return new WhereDecision(meant, candidates.size(), notes);
    }

    private static boolean namesAPlace(Description description) {
        for (Claim claim : description.claims()) {
            if (claim instanceof InRegion || SceneQuery.anchors(claim).stream().anyMatch(WhereDecision::namesAPlace)) {
                return true;
            }
        }
        return false;
    }
}
