package org.crobim.train.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.crobim.train.run.ExistingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");

    @TempDir
    private Path folder;

    @Test
    void residentMemoryDoesNotGrowWithTheNumberOfSteps() {
        assumeTrue(Files.exists(STATUS), "needs /proc/self/status to read the resident memory");
        List<Long> kilobytes = new ArrayList<>();
        BooleanSupplier watch = () -> {
            kilobytes.add(residentKilobytes());
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

        assertThat(kilobytes.get(499) - kilobytes.get(100)).isLessThan(30 * 1024);
    }

    private static long residentKilobytes() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("no VmRSS in " + STATUS);
    }
}
