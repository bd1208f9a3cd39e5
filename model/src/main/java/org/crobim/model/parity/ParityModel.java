package org.crobim.model.parity;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.crobim.core.error.WeightsException;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.lavt.Lavt;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.nn.Initializer;

/** The networks whose originals can be asked. */
public enum ParityModel {
    /** LAVT-One: BERT is part of the network. */
    LAVT("LAVT-RIS", Lavt::create);

    private final String nameInFiles;
    private final Builder builder;

    /** Builds a network of the shape that a file of vectors describes. */
    @FunctionalInterface
    interface Builder {
        FusedNetwork create(LavtConfiguration shape, int vocabularySize, Initializer init);
    }

    ParityModel(String nameInFiles, Builder builder) {
        this.nameInFiles = nameInFiles;
        this.builder = builder;
    }

    /** What the entry {@code model} of a file of vectors says. */
    public String nameInFiles() {
        return nameInFiles;
    }

    FusedNetwork create(LavtConfiguration shape, int vocabularySize, Initializer init) {
        return builder.create(shape, vocabularySize, init);
    }

    static ParityModel named(String name, String where) {
        return Arrays.stream(values())
                .filter(model -> model.nameInFiles.equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new WeightsException("%s: model is \"%s\", expected %s. The vectors belong to another network."
                                .formatted(
                                        where,
                                        name,
                                        Arrays.stream(values())
                                                .map(ParityModel::nameInFiles)
                                                .collect(Collectors.joining(" or ")))));
    }
}
