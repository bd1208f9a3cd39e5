package org.crobim.train.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One model on one data set with one seed.
 *
 * @param model trained or given
 * @param data that it learns from and is judged on
 * @param seed of the training
 */
public record Cell(Contestant model, TestBed data, int seed) {
    /** Where everything of this cell lies. */
    public Path folder(Path root) {
        return root.resolve("cells")
                .resolve(data.folderName())
                .resolve(model.folderName())
                .resolve("seed-" + seed);
    }

    /** What to set in the shared recipe to train this cell. */
    public List<String> overrides() {
        List<String> all = new ArrayList<>(data.set());
        all.addAll(model.set());
        all.add("runtime.seed=" + seed);
        all.add("name=%s-%s-%d".formatted(model.folderName(), data.folderName(), seed));
        return List.copyOf(all);
    }

    /** Model, data set and seed in words. */
    public String text() {
        return "%s on %s, seed %d".formatted(model.name(), data.name(), seed);
    }
}
