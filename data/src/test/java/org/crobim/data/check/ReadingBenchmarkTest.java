package org.crobim.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.crobim.core.error.InputException;
import org.crobim.core.progress.Progress;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.risbench.RisBenchListing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingBenchmarkTest {
    private static final CheckPlan PLAN = new CheckPlan(2, ErrorPolicy.FAIL, Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void speedsFollowFromTheClock() throws IOException {
        MadeDataset.clean(folder);
        // Each reading of the clock is a quarter of a second after the one before.
        AtomicLong time = new AtomicLong();
        ReadingBenchmark benchmark = new ReadingBenchmark(PLAN, () -> time.addAndGet(250_000_000));

        ReadingBenchmark.Speed speed =
                benchmark.measure(listings(), new ReadingBenchmark.Extent(10, 2), Progress.silent());

        assertThat(speed).isEqualTo(new ReadingBenchmark.Speed(2, 4, 8, 8, 1));
    }

    @Test
    void onlyTheFirstSamplesAreReadWhereThatIsAskedFor() throws IOException {
        MadeDataset.clean(folder);
        ReadingBenchmark benchmark = new ReadingBenchmark(PLAN, System::nanoTime);

        assertThat(benchmark
                        .measure(listings(), new ReadingBenchmark.Extent(1, 1), Progress.silent())
                        .files())
                .isEqualTo(2);
        assertThatThrownBy(() -> benchmark.measure(List.of(), new ReadingBenchmark.Extent(1, 1), Progress.silent()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no image file");
    }

    @Test
    void aDamagedFileEndsTheMeasurement() throws IOException {
        MadeDataset.clean(folder);
        Files.writeString(folder.resolve("mask/test_1_0.png"), "nothing");

        assertThatThrownBy(() -> new ReadingBenchmark(PLAN, System::nanoTime)
                        .measure(listings(), new ReadingBenchmark.Extent(10, 1), Progress.silent()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("test_1_0.png");
    }

    private List<SampleListing> listings() {
        return List.of(RisBenchListing.open(folder, "train"), RisBenchListing.open(folder, "test"));
    }
}
