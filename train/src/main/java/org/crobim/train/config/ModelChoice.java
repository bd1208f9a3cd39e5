package org.crobim.train.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
 */
public record ModelChoice(
        Preset preset,
        OptionalInt inputSide,
        @Default("{}") Map<String, Object> overrides,
        Optional<Path> initialWeights,
        @Default("[]") List<String> freshParts,
        Optional<Path> words) {
    /** Checks the side and copies the map, keeping its order. */
    public ModelChoice {
        freshParts = List.copyOf(freshParts);
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        inputSide.ifPresent(side -> Range.between("inputSide", side, 32, 4096));
    }

    /** A preset as it is, from fresh weights. */
    public static ModelChoice of(Preset preset) {
        return new ModelChoice(preset, OptionalInt.empty(), Map.of(), Optional.empty(), List.of(), Optional.empty());
    }
}
