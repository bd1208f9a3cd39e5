package org.crobim.train.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the kernel says about the memory of this process; only Linux says it. */
final class ResidentMemory {
    private static final Path SOURCE = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";
    private static final long KIBIBYTES_OF_A_MEGABYTE = 1024;

    private ResidentMemory() {}

    /** Most memory that was ever resident, in 2^20 bytes; 0 where the system does not tell. */
    static long peakMegabytes() {
        if (!Files.isReadable(SOURCE)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(SOURCE)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_OF_A_MEGABYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
