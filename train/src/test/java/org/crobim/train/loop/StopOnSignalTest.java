package org.crobim.train.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.crobim.core.error.ExitCode;
import org.crobim.train.run.ExistingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopOnSignalTest {
    private static final long MOST_SECONDS = 120;

    @TempDir
    private Path folder;

    /** A process that trains for longer than anybody waits. */
    static final class LongTraining {
        private LongTraining() {}

        public static void main(String[] folder) {
            try (StopOnSignal stop = StopOnSignal.install()) {
                TinyTraining.train(
                        TinyTraining.recipe("optimization.steps=1000000", "runtime.checkpointEverySteps=1000000"),
                        Path.of(folder[0]),
                        ExistingRun.REFUSE,
                        stop);
            }
        }
    }

    @Test
    void aTerminatedTrainingSavesAndEndsWithItsExitCode() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "SIGTERM and its exit code exist on Unix only");
        Path run = folder.resolve("run");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongTraining.class.getName(),
                        run.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        try {
            waitForSteps(process, run.resolve("metrics.jsonl"));
            process.destroy();

            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isEqualTo(ExitCode.TERMINATED.value());
        assertThat(run.resolve("checkpoints/last.optimizer.safetensors")).exists();
    }

    @Test
    void withoutASignalNothingIsRequested() {
        StopOnSignal stop = StopOnSignal.install();
        stop.close();

        assertThat(stop.getAsBoolean()).isFalse();
    }

    private static void waitForSteps(Process process, Path metrics) throws IOException, InterruptedException {
        for (int i = 0; i < 10 * MOST_SECONDS && process.isAlive(); i++) {
            if (Files.exists(metrics) && Files.size(metrics) > 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The training has written no figures; see output.txt");
    }
}
