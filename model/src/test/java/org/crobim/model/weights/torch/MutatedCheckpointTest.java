package org.crobim.model.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.crobim.core.error.WeightsException;
import org.crobim.model.tensor.NativeScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages checkpoints at random: whatever comes of it is a tensor or a {@link WeightsException}, never another error, never a hang.
 *
 * <p>500 mutations; {@code -Dcrobim.fuzz=100000} makes more.
 */
class MutatedCheckpointTest {
    private static final int MUTATIONS = Integer.getInteger("crobim.fuzz", 500);

    /** Heap that one file of a kilobyte may cost, buffers of the reader included; native memory is bounded by the reader itself. */
    private static final long MOST_HEAP_BYTES_EACH = 16 << 20;

    /** Far more than a checkpoint of a kilobyte may need, and far less than a hang. */
    private static final long MOST_MILLISECONDS_EACH = 10_000;

    private static final PickledCheckpoint CHECKPOINT = checkpoint();
    private static final byte[] PICKLE = CHECKPOINT.pickle(false);
    private static final byte[] LEGACY_PICKLE = CHECKPOINT.pickle(true);

    @TempDir
    private Path folder;

    private static PickledCheckpoint checkpoint() {
        PickledTensor six = PickledTensor.floats("0", new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        PickledTensor view = new PickledTensor(six.storage(), 0, new long[] {3, 2}, new long[] {1, 3});
        PickledTensor counts = PickledTensor.of(new PickledTensor.Storage("1", "LongStorage", 1, new byte[8]));
        return new PickledCheckpoint(Map.of(
                "model", PickleWriter.Call.orderedDict(Map.of("a", six, "b", PickleWriter.Call.parameter(view))),
                "optimizer",
                        Map.of("state", Map.of(0L, Map.of("step", counts)), "param_groups", List.of(Map.of("lr", 0.1))),
                "path", PickleWriter.Call.of("pathlib", "PosixPath", "runs", "best"),
                "args", PickleWriter.Call.namespace(Map.of("lr", 5e-5, "mha", "1-1-1-1"))));
    }

    /** A way to damage a file. */
    private interface Damage {
        byte[] apply(Random random);
    }

    @Test
    @Timeout(3600)
    void noDamageEndsInAnythingButTensorsOrAWeightsError() throws IOException {
        // Inside the pickle the checksum of the archive is made right again, so that the pickle machine sees the
        // damage.
        List<Damage> damages = List.of(
                random -> mutated(CHECKPOINT.zip(PICKLE), random),
                random -> CHECKPOINT.zip(mutated(PICKLE, random)),
                random -> mutated(CHECKPOINT.legacy(LEGACY_PICKLE, true), random),
                random -> CHECKPOINT.legacy(mutated(LEGACY_PICKLE, random), true));
        Random random = new Random(20);
        Path file = folder.resolve("mutated.pth");
        Files.write(file, CHECKPOINT.zip(PICKLE));
        assertThat(opens(file, -1)).isTrue();
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = damages.get(i % damages.size()).apply(random);
            Files.write(file, bytes);
            long begin = System.nanoTime();
            long allocated = allocatedBytes();
            refused += opens(file, i) ? 0 : 1;
            assertThat(allocatedBytes() - allocated)
                    .as("heap bytes of mutation %d", i)
                    .isLessThan(MOST_HEAP_BYTES_EACH);
            assertThat((System.nanoTime() - begin) / 1_000_000)
                    .as("milliseconds of mutation %d", i)
                    .isLessThan(MOST_MILLISECONDS_EACH);
        }
        assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - MUTATIONS / 100);
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static boolean opens(Path file, int mutation) {
        try (NativeScope scope = NativeScope.withoutGradients();
                TorchCheckpoint opened = TorchCheckpoint.open(file)) {
            opened.names().forEach(opened::read);
            return true;
        } catch (WeightsException e) {
            assertThat(e).hasMessageStartingWith(file.toString());
            return false;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw new AssertionError("mutation %d of seed 20".formatted(mutation), e);
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte value : original) {
            bytes.add(value);
        }
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(6)) {
                case 0 -> bytes.remove(at);
                case 1 -> bytes.add(at, bytes.get(random.nextInt(bytes.size())));
                case 2 -> bytes.set(at, (byte) (bytes.get(at) ^ 1 << random.nextInt(8)));
                case 3 -> bytes.set(at, (byte) 0xff);
                case 4 ->
                    bytes.subList(at, Math.min(bytes.size(), at + random.nextInt(16)))
                            .clear();
                default -> bytes.set(at, (byte) random.nextInt(256));
            }
        }
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        bytes.forEach(changed::write);
        return changed.toByteArray();
    }
}
