package org.crobim.data.sentence;

import java.util.List;
import java.util.Optional;
import org.crobim.language.SceneObject;
import org.crobim.language.claim.Candidates;
import org.crobim.language.claim.Scene;
import org.crobim.language.parse.ExpressionParser;
import org.crobim.language.parse.ParsedExpression;
import org.crobim.language.rules.Margins;

/**
 * Proves that a sentence does not name its target alone. The sentence is read back into claims, and these are judged on all
 * objects of the scene. What is not understood wholly, or true only perhaps, proves nothing. Thread-safe.
 */
public final class UniquenessProof {
    private final ExpressionParser parser = new ExpressionParser();

    /** Why the sentence surely does not name exactly its target; empty where that cannot be proved. */
    public Optional<String> objection(String sentence, KnownScene known) {
        ParsedExpression parsed = parser.parse(sentence);
        if (!parsed.isExpressedByClaims()) {
            return Optional.empty();
        }
        Scene scene = new Scene(known.layout(), 0, Margins.SAFE);
        return parsed.description()
                .map(description -> description.resolve(scene))
                .flatMap(candidates -> objection(candidates, known));
    }

    private static Optional<String> objection(Candidates candidates, KnownScene known) {
        int fitting = candidates.sure().size();
        if (fitting > 1) {
            return Optional.of("fits %d objects of the image".formatted(fitting));
        }
        if (known.target().isEmpty()) {
            return fitting == 1 ? Optional.of("fits an object, but should fit nothing") : Optional.empty();
        }
        int target = known.target().getAsInt();
        boolean possible = holds(candidates.sure(), target) || holds(candidates.unsure(), target);
        return possible ? Optional.empty() : Optional.of("does not fit its target");
    }

    private static boolean holds(List<SceneObject> objects, int id) {
        return objects.stream().anyMatch(object -> object.id() == id);
    }
}
