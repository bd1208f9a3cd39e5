package org.crobim.geo.gdal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;

/** The program of GDAL that converts what is not decoded here; it is used where it is installed. */
public final class GdalTranslate {
    private static final String PROGRAM = "gdal_translate";
    private static final int LONGEST_NOTE = 300;

    private final List<Path> folders;

    /**
     * The program in one of these folders.
     *
     * @param searchPath as of the environment variable PATH
     */
    public GdalTranslate(String searchPath) {
        this.folders = Stream.of(searchPath.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
    }

    /** The program that a shell would find. */
    public static GdalTranslate installed() {
        return new GdalTranslate(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /**
     * Converts a scene into a tiled GeoTIFF in a temporary file, which the caller deletes.
     *
     * @param reason why it is not read directly, as it follows a colon
     * @throws InputException if the program is not installed, or cannot read the scene either
     */
    public Path convert(Path file, String reason) {
        Path program = folders.stream()
                .map(folder -> folder.resolve(PROGRAM))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "%s: cannot be read here: %s. Install GDAL (Debian: apt install gdal-bin), then it is converted on the way, or convert it yourself: %s -co TILED=YES -co COMPRESS=DEFLATE."
                                .formatted(file, reason, PROGRAM)));
        try {
            Path converted = Files.createTempFile("crobim-", ".tif");
            try {
                run(program, file, converted, reason);
                return converted;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(converted);
                throw e;
            }
        } catch (IOException e) {
            throw new InputException("%s: cannot be converted by %s (%s).".formatted(file, program, e.getMessage()), e);
        }
    }

    private static void run(Path program, Path file, Path converted, String reason) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-q", "-of", "GTiff"));
        for (String option :
                List.of("TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=IF_SAFER", "SPARSE_OK=TRUE")) {
            command.addAll(List.of("-co", option));
        }
        // Absolute, so that no name is taken for an option.
        command.addAll(List.of(file.toAbsolutePath().toString(), converted.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new InputException("%s: cannot be read here: %s. %s cannot read it either: %s"
                        .formatted(file, reason, PROGRAM, shortened(output)));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InputException("%s: its conversion was interrupted.".formatted(file), e);
        }
    }

    private static String shortened(String output) {
        String line = output.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_NOTE ? line : line.substring(0, LONGEST_NOTE) + "...";
    }
}
