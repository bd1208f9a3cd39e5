package org.crobim.app.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crobim.app.console.Reason;
import org.crobim.core.error.ExitCode;
import org.crobim.predict.EngineReport;

/** Looks at Java, the native library, threads, memory, disk and environment. */
public final class MachineExamination {
    private static final long MEGABYTE = 1L << 20;
    private static final long LEAST_MEMORY_MEGABYTES = 2_000;
    /** libtorch and OpenBLAS, unpacked. */
    private static final long CACHE_MEGABYTES = 450;

    private static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

    private final Map<String, String> environment;

    /**
     * @param environment variables of the process
     */
    public MachineExamination(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** All findings, the native library last because it takes longest. */
    public List<Finding> findings() {
        return List.of(java(), memory(), nativeCache(), threadPools(), nativeLibrary());
    }

    private static Finding java() {
        String observation = "%s, %s, %s %s"
                .formatted(
                        Runtime.version(),
                        System.getProperty("java.vm.name"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
        return Finding.ok("java", observation);
    }

    private static Finding memory() {
        long heap = Runtime.getRuntime().maxMemory() / MEGABYTE;
        Optional<Long> available = MemoryInfo.availableMegabytes();
        String observation = available
                .map(free -> "%d MB available, Java may use %d MB of it".formatted(free, heap))
                .orElse("Java may use %d MB".formatted(heap));
        return available.orElse(Long.MAX_VALUE) < LEAST_MEMORY_MEGABYTES
                ? Finding.warning(
                        "memory",
                        observation,
                        "Close other programs: %d MB are advisable.".formatted(LEAST_MEMORY_MEGABYTES))
                : Finding.ok("memory", observation);
    }

    private static Finding nativeCache() {
        Path cache = Path.of(System.getProperty(CACHE_PROPERTY, System.getProperty("user.home") + "/.javacpp/cache"));
        Path existing = nearestExisting(cache.toAbsolutePath());
        try {
            FileStore store = Files.getFileStore(existing);
            long free = store.getUsableSpace() / MEGABYTE;
            String observation = "%s, %d MB free".formatted(cache, free);
            boolean filled = Files.isDirectory(cache);
            if (!Files.isWritable(existing) || (!filled && free < CACHE_MEGABYTES)) {
                return Finding.failed(
                        "native cache",
                        observation,
                        "libtorch is unpacked there and needs %d MB. Free some space, or name another folder: CROBIM_JAVA_OPTIONS=-D%s=FOLDER"
                                .formatted(CACHE_MEGABYTES, CACHE_PROPERTY),
                        ExitCode.INTERNAL_FAULT);
            }
            return Finding.ok("native cache", observation);
        } catch (IOException e) {
            return Finding.warning("native cache", "%s: %s".formatted(cache, e.getMessage()), "Check the folder.");
        }
    }

    private static Path nearestExisting(Path path) {
        Path candidate = path;
        while (!Files.exists(candidate)) {
            Path parent = candidate.getParent();
            if (parent == null) {
                return candidate;
            }
            candidate = parent;
        }
        return candidate;
    }

    private Finding threadPools() {
        String policy = environment.getOrDefault("OMP_WAIT_POLICY", "not set");
        String observation = "%d cores, OMP_NUM_THREADS %s, OMP_WAIT_POLICY %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        environment.getOrDefault("OMP_NUM_THREADS", "not set"),
                        policy);
        return policy.equalsIgnoreCase("passive")
                ? Finding.ok("threads", observation)
                : Finding.warning(
                        "threads",
                        observation,
                        "Set OMP_WAIT_POLICY=passive, or start through ./crobim: two thread pools slow each other down.");
    }

    private static Finding nativeLibrary() {
        try {
            EngineReport report = EngineReport.examine();
            return Finding.ok(
                    "native library",
                    "libtorch %s, %s, %d threads, matrix product %.0f GFLOP/s, %s"
                            .formatted(
                                    report.version(),
                                    report.instructionSet(),
                                    report.threads(),
                                    report.gigaflops(),
                                    devices(report)));
        } catch (LinkageError | RuntimeException e) {
            return Finding.failed(
                    "native library",
                    Reason.of(e),
                    "Remove the native cache and try again; libtorch is published for Linux x86_64, macOS and Windows x86_64.",
                    ExitCode.INTERNAL_FAULT);
        }
    }

    private static String devices(EngineReport report) {
        return report.cudaDevices() == 0 ? "device cpu" : "devices cpu and %d x cuda".formatted(report.cudaDevices());
    }
}
