package org.crobim.model.parity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.crobim.core.error.WeightsException;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.nn.Initializer;
import org.crobim.model.rmsin.InteractionGrid;
import org.crobim.model.rmsin.RmsinConfiguration;
import org.crobim.model.weights.WeightsSource;

/** The networks whose originals can be asked. */
public enum ParityModel {
    /** LAVT-One: BERT is part of the network. */
    LAVT("LAVT-RIS", (shape, vectors) -> shape::create),
    /** BERT is part of the network; its grid is the one that the weights were made for. */
    RMSIN("RMSIN", (shape, vectors) -> RmsinConfiguration.of(shape, 0, gridSide(vectors))::create);

    private final String nameInFiles;
    private final Shaping shaping;

    /** Completes the shape that the metadata of vectors describe by what only their weights tell. */
    @FunctionalInterface
    private interface Shaping {
        Builder complete(LavtConfiguration shape, WeightsSource vectors);
    }

    /** Builds a network of one shape. */
    @FunctionalInterface
    private interface Builder {
        FusedNetwork create(int vocabularySize, Initializer init);
    }

    ParityModel(String nameInFiles, Shaping shaping) {
        this.nameInFiles = nameInFiles;
        this.shaping = shaping;
    }

    private static int gridSide(WeightsSource vectors) {
        List<Long> projection =
                vectors.stored(ParityRun.WEIGHTS + InteractionGrid.PROJECTION).shape();
        return Math.toIntExact(
                InteractionGrid.of(projection, vectors.path().toString()).side());
    }

    /** What the entry {@code model} of a file of vectors says. */
    public String nameInFiles() {
        return nameInFiles;
    }

    FusedNetwork create(VectorDescription description, WeightsSource vectors, Initializer init) {
        return shaping.complete(description.shape(), vectors).create(description.vocabularySize(), init);
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
