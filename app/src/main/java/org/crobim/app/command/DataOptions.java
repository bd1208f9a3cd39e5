package org.crobim.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crobim.app.evaluation.DatasetOptions;
import org.crobim.data.ReferringDataset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which data to evaluate on. */
final class DataOptions {
    @Mixin
    private DatasetOptions dataset;

    @Option(
            names = "--split",
            required = true,
            paramLabel = "NAME",
            description = "train, val or test; coco also knows all.")
    private String split;

    /** The seed of everything that is drawn. */
    long seed() {
        return dataset.seed();
    }

    /** Opens the data set. */
    ReferringDataset open() {
        return dataset.open(split);
    }

    /** What a report tells about the data. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("data", "%s, split %s".formatted(dataset.text(), split));
        facts.put("seed", String.valueOf(dataset.seed()));
        return facts;
    }
}
