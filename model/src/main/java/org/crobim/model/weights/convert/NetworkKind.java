package org.crobim.model.weights.convert;

import java.util.Set;
import java.util.function.Predicate;
import org.crobim.model.weights.WeightsSource;

/** Whose weights a file holds. */
public enum NetworkKind {
    /** Written by this project, with its own description. */
    CROBIM("weights of this project"),
    /** Inputs and results of an original beside its weights, for {@code crobim weights verify}. */
    VECTORS("vectors of an original network"),
    /** RMSIN, with BERT inside. */
    RMSIN("RMSIN"),
    /** LAVT or LAVT-One. */
    LAVT("LAVT"),
    /** BERT as Hugging Face publishes it. */
    BERT("BERT"),
    /** Official Swin Transformer. */
    SWIN("Swin Transformer"),
    /** Official ConvNeXt. */
    CONVNEXT("ConvNeXt"),
    /** None of these. */
    UNKNOWN("an unknown network");

    private static final String OWN_DESCRIPTION = "crobim.config";

    private final String title;

    NetworkKind(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** What a file seems to hold, by names that only one kind of network has. */
    public static NetworkKind of(WeightsSource file) {
        Set<String> names = file.names();
        if (file.metadata().containsKey(OWN_DESCRIPTION)) {
            return CROBIM;
        }
        if (has(names, name -> name.startsWith("expect.")) && has(names, name -> name.startsWith("weights."))) {
            return VECTORS;
        }
        if (has(names, name -> name.contains("backbone.cim.") || name.contains(".rounting_func."))) {
            return RMSIN;
        }
        if (has(names, name -> name.endsWith("layers.0.fusion.vis_project.0.weight"))) {
            return LAVT;
        }
        if (has(names, name -> name.endsWith(BertCheckpoint.WORDS))) {
            return BERT;
        }
        if (has(names, name -> name.endsWith("layers.0.blocks.0.attn.qkv.weight"))) {
            return SWIN;
        }
        return has(names, name -> name.endsWith("stages.0.0.dwconv.weight")) ? CONVNEXT : UNKNOWN;
    }

    private static boolean has(Set<String> names, Predicate<String> sign) {
        return names.stream().anyMatch(sign);
    }
}
