package org.crobim.train.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.crobim.train.config.binding.ComponentException;
import org.crobim.train.config.binding.Default;
import org.crobim.train.config.binding.Range;

/**
 * Which network is trained.
 *
 * @param preset shape to start from
 * @param inputSide pixels, 32..4096; the preset's own where absent
 * @param overrides departures from the preset, by the component names of the network's configuration; checked by the network
 * @param initialWeights file to start from; fresh weights where absent
 * @param freshParts first letters of parameter names that {@code initialWeights} need not hold, for example "category"; what it
 *     does not hold stays fresh
 * @param words text file in UTF-8 whose words join the vocabulary of a fresh network
 * @param vocabulary vocab.txt of a fresh network, one word piece a line, such as BERT's; a vocabulary of our own where absent
 * @param initialVision published image encoder to start a fresh network from, .pth or safetensors
 * @param initialText published BERT to start a fresh network from, .bin or safetensors; needs its vocabulary
 */
public record ModelChoice(
        Preset preset,
        OptionalInt inputSide,
        @Default("{}") Map<String, Object> overrides,
        Optional<Path> initialWeights,
        @Default("[]") List<String> freshParts,
        Optional<Path> words,
        Optional<Path> vocabulary,
        Optional<Path> initialVision,
        Optional<Path> initialText) {
    /** Checks the side and copies the map, keeping its order. */
    public ModelChoice {
        freshParts = List.copyOf(freshParts);
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        if (initialWeights.isPresent() && (initialVision.isPresent() || initialText.isPresent())) {
            throw new ComponentException(
                    "initialWeights",
                    "is given beside initialVision or initialText; a network starts from one or the other");
        }
        if (initialText.isPresent() && vocabulary.isEmpty()) {
            throw new ComponentException("initialText", "is given without the vocabulary that belongs to it");
        }
        inputSide.ifPresent(side -> Range.between("inputSide", side, 32, 4096));
    }

    /** A preset as it is, from fresh weights. */
    public static ModelChoice of(Preset preset) {
        return new ModelChoice(
                preset,
                OptionalInt.empty(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
