package org.crobim.train.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crobim.core.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonPlanTest {
    private static final String PLAN = """
            name: two
            recipe: shared.yaml
            models:
              - {name: A, set: [model.preset=nano]}
              - {name: B, seeds: [5]}
              - {name: given, weights: some.safetensors}
            datasets:
              - {name: drawn, test: {format: rendered}}
              - {name: more drawn, weightsOf: drawn, test: {format: rendered, seed: 2}}
            seeds: [1, 5]
            """;

    @TempDir
    private Path folder;

    private ComparisonPlan read(String text) throws IOException {
        return ComparisonPlan.read(Files.writeString(folder.resolve("plan.yaml"), text), List.of());
    }

    @Test
    void aCellIsAModelOnADataSetWithASeedOfItsOwn() throws IOException {
        ComparisonPlan plan = read(PLAN);

        assertThat(plan.cells())
                .extracting(Cell::text)
                .containsExactly(
                        "A on drawn, seed 1",
                        "given on drawn, seed 1",
                        "A on drawn, seed 5",
                        "B on drawn, seed 5",
                        "A on more drawn, seed 1",
                        "given on more drawn, seed 1",
                        "A on more drawn, seed 5",
                        "B on more drawn, seed 5");
        Cell later = plan.cells().get(4);
        assertThat(plan.trained(later).folder(Path.of("out"))).isEqualTo(Path.of("out/cells/drawn/a/seed-1"));
        assertThat(later.folder(Path.of("out"))).isEqualTo(Path.of("out/cells/more-drawn/a/seed-1"));
        assertThat(plan.trained(later).overrides())
                .containsExactly("model.preset=nano", "runtime.seed=1", "name=a-drawn-1");
    }

    @Test
    void whatCannotBeComparedIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read(PLAN.replace("name: B", "name: a")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("models")
                .hasMessageContaining("none twice");
        assertThatThrownBy(() -> read(PLAN.replace("weightsOf: drawn", "weightsOf: other")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("weightsOf other");
        assertThatThrownBy(() -> read(PLAN.replace("weights: some.safetensors", "weights: a, set: [x=1]")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nothing is trained");
        assertThatThrownBy(() -> read(PLAN.replace("format: rendered}", "format: coco, root: .}")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("splitFile");
    }

    @Test
    void theShippedPlanIsOne() {
        ComparisonPlan plan = ComparisonPlan.read(Path.of("..", "configs", "benchmark-small.yaml"), List.of());

        assertThat(plan.models()).extracting(Contestant::name).containsExactly("CroBIM", "LAVT", "RMSIN", "LGCE");
    }
}
