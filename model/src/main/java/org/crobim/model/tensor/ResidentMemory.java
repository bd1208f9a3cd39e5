package org.crobim.model.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the kernel says about the memory of this process, Java heap and native; only Linux says it. */
public final class ResidentMemory {
    private static final Path SOURCE = Path.of("/proc/self/status");
    private static final double KIBIBYTES_OF_A_MEGABYTE = 1024;

    private ResidentMemory() {}

    /** What is resident now, in 2^20 bytes; empty where the system does not tell. */
    public static OptionalDouble megabytes() {
        return read("VmRSS:");
    }

    /** Most that was ever resident, in 2^20 bytes; empty where the system does not tell. */
    public static OptionalDouble peakMegabytes() {
        return read("VmHWM:");
    }

    private static OptionalDouble read(String field) {
        if (!Files.isReadable(SOURCE)) {
            return OptionalDouble.empty();
        }
        try (Stream<String> lines = Files.lines(SOURCE)) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_OF_A_MEGABYTE)
                    .findFirst();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }
}
