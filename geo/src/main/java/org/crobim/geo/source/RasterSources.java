package org.crobim.geo.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crobim.core.error.InputException;
import org.crobim.geo.gdal.GdalTranslate;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.tiff.UnsupportedTiffException;

/** Opens scenes of every kind that can be read; the content of a file counts, not its name. */
public final class RasterSources {
    private static final int SIGNATURE_LENGTH = 8;

    /** First bytes of TIFF and BigTIFF of both byte orders. */
    private static final List<String> TIFF = List.of("II*\0", "MM\0*", "II+\0", "MM\0+");

    /** First bytes of PNG, JPEG, BMP and GIF. */
    private static final List<String> PLAIN = List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "BM", "GIF8");

    private RasterSources() {}

    /**
     * Opens a scene.
     *
     * @param file GeoTIFF, BigTIFF, cloud-optimized GeoTIFF; PNG, JPEG, BMP or GIF, with a world file or without; whatever else
     *     {@code gdal_translate} reads, where it is installed
     * @throws InputException if there is no such file, it is damaged or of a kind that cannot be read, its reference system is
     *     not known, or a wanted band is missing
     */
    public static RasterSource open(Path file, RasterOptions options) {
        return open(file, options, GdalTranslate.installed());
    }

    static RasterSource open(Path file, RasterOptions options, GdalTranslate gdal) {
        String head = head(file);
        if (PLAIN.stream().anyMatch(head::startsWith)) {
            return PlainImageSource.open(file, options);
        }
        if (TIFF.stream().noneMatch(head::startsWith)) {
            return converted(file, options, gdal, "it is no TIFF, PNG or JPEG");
        }
        try {
            return GeoTiffSource.open(file, options);
        } catch (UnsupportedTiffException e) {
            return converted(file, options, gdal, String.valueOf(e.getMessage()));
        }
    }

    private static RasterSource converted(Path file, RasterOptions options, GdalTranslate gdal, String reason) {
        Path temporary = gdal.convert(file, reason);
        try {
            return ConvertedSource.of(file, reason, GeoTiffSource.open(temporary, options), temporary);
        } catch (UnsupportedTiffException e) {
            delete(temporary);
            throw new InputException(
                    "%s: cannot be read here, converted or not: %s.".formatted(file, e.getMessage()), e);
        } catch (RuntimeException e) {
            delete(temporary);
            throw e;
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new InputException("%s: cannot be deleted (%s).".formatted(temporary, e.getMessage()), e);
        }
    }

    private static String head(Path file) {
        if (!Files.exists(file)) {
            throw new InputException("%s: no such file. Check the path.".formatted(file));
        }
        if (!Files.isRegularFile(file)) {
            String kind = Files.isDirectory(file) ? "a folder" : "no regular file";
            throw new InputException("%s: is %s, expected a scene.".formatted(file, kind));
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] head = stream.readNBytes(SIGNATURE_LENGTH);
            if (head.length == 0) {
                throw new InputException("%s: is empty, expected a scene.".formatted(file));
            }
            return new String(head, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new InputException("%s: cannot be read (%s). Check its permissions.".formatted(file, e), e);
        }
    }
}
