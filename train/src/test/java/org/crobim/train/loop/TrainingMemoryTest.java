package org.crobim.train.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.crobim.model.tensor.ResidentMemory;
import org.crobim.train.run.ExistingRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("memory")
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells the resident memory")
class TrainingMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void residentMemoryDoesNotGrowWithTheNumberOfSteps() {
        List<Double> megabytes = new ArrayList<>();
        BooleanSupplier watch = () -> {
            megabytes.add(ResidentMemory.megabytes().orElseThrow());
            return false;
        };

        TinyTraining.train(
                TinyTraining.recipe(
                        "optimization.steps=500",
                        "optimization.replicas=2",
                        "evaluation.everySteps=1000",
                        "runtime.checkpointEverySteps=1000",
                        "runtime.logEverySteps=100"),
                folder.resolve("long"),
                ExistingRun.REFUSE,
                watch);

        assertThat(megabytes.get(499) - megabytes.get(100)).isLessThan(30);
    }
}
