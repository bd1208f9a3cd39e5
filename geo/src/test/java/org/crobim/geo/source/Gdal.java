package org.crobim.geo.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** GDAL's programs as an independent reader and writer; tests that need them are skipped where they are missing. */
public final class Gdal {
    private Gdal() {}

    /** Skips the test where GDAL is not installed. */
    public static void assume() {
        boolean found = true;
        try {
            run("gdalinfo", "--version");
        } catch (IOException | InterruptedException e) {
            found = false;
        }
        Assumptions.assumeTrue(
                found, "GDAL is not installed (Debian: gdal-bin); its view of our files is not compared");
    }

    /** Runs a program and gives what it prints. */
    public static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + "\n" + output);
        }
        return output;
    }

    /** Runs gdal_translate with options. */
    public static void translate(Path from, Path to, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("gdal_translate", "-q"));
        command.addAll(List.of(options));
        command.add(from.toString());
        command.add(to.toString());
        run(command.toArray(String[]::new));
    }

    /** Data types of ENVI files by the names that RasterInfo uses. */
    private static int enviType(String type) {
        return switch (type) {
            case "uint8" -> 1;
            case "int16" -> 2;
            case "int32" -> 3;
            case "float32" -> 4;
            case "float64" -> 5;
            case "uint16" -> 12;
            case "uint32" -> 13;
            default -> throw new IllegalArgumentException(type);
        };
    }

    /** A sample of a scene. */
    public interface Samples {
        /** The sample of a band from 0. */
        double at(int band, int x, int y);
    }

    /** Writes a raw file with an ENVI header, which GDAL reads. */
    public static Path writeEnvi(Path file, int width, int height, int bands, String type, Samples samples)
            throws IOException {
        ByteBuffer data = ByteBuffer.allocate(width * height * bands * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int band = 0; band < bands; band++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    put(data, type, samples.at(band, x, y));
                }
            }
        }
        byte[] bytes = new byte[data.position()];
        data.flip().get(bytes);
        Files.write(file, bytes);
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".hdr"),
                "ENVI\nsamples = %d\nlines = %d\nbands = %d\nheader offset = 0\nfile type = ENVI Standard\ndata type = %d\ninterleave = bsq\nbyte order = 0\n"
                        .formatted(width, height, bands, enviType(type)));
        return file;
    }

    private static void put(ByteBuffer data, String type, double value) {
        switch (type) {
            case "uint8" -> data.put((byte) value);
            case "int16", "uint16" -> data.putShort((short) (int) value);
            case "int32", "uint32" -> data.putInt((int) (long) value);
            case "float32" -> data.putFloat((float) value);
            default -> data.putDouble(value);
        }
    }
}
