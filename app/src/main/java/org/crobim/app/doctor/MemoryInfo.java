package org.crobim.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the kernel says about memory; only Linux says it. */
final class MemoryInfo {
    private static final Path SOURCE = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    private MemoryInfo() {}

    /** Megabytes that a new program may use without swapping; empty where the system does not tell. */
    static Optional<Long> availableMegabytes() {
        if (!Files.isReadable(SOURCE)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(SOURCE)) {
            return lines.filter(line -> line.startsWith(AVAILABLE))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
