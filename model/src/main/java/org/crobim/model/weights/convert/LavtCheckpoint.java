package org.crobim.model.weights.convert;

import java.util.Optional;
import java.util.Set;

/**
 * Checkpoints of LAVT, LAVT-One and RMSIN ({@code model_best_*.pth}): the network in {@code model}; LAVT keeps BERT beside it in
 * {@code bert_model}, which becomes {@code text_encoder.} as in the two others. The pooler, which plain LAVT may keep, is left out.
 */
final class LavtCheckpoint {
    static final String TEXT = "text_encoder.";

    private static final String BERT_DICT = "bert_model/";

    private LavtCheckpoint() {}

    /** The rule for a file with these names. */
    static NameRule rule(Set<String> names) {
        NameRule selection = StateSelection.rule(names);
        NameRule bert = NameRule.strip("module.").then(BertCheckpoint.names());
        return name -> name.startsWith(BERT_DICT)
                ? bert.apply(name.substring(BERT_DICT.length())).map(TEXT::concat)
                : selection.apply(name).flatMap(LavtCheckpoint::own);
    }

    private static Optional<String> own(String name) {
        return name.startsWith(TEXT)
                ? BertCheckpoint.names().apply(name.substring(TEXT.length())).map(TEXT::concat)
                : Optional.of(name);
    }
}
