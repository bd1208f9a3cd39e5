package org.crobim.geo.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterInfo;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;

/**
 * A scene that was converted into a temporary file, which goes when the source is closed.
 *
 * @param info of the scene, with the name that the user gave
 * @param remarks of the conversion and of the converted scene
 * @param source of the converted file
 * @param temporary the converted file
 */
record ConvertedSource(RasterInfo info, List<String> remarks, RasterSource source, Path temporary)
        implements RasterSource {
    /**
     * Takes over a converted file.
     *
     * @param file as the user named it
     * @param reason why it was converted
     */
    static ConvertedSource of(Path file, String reason, RasterSource source, Path temporary) {
        RasterInfo converted = source.info();
        RasterInfo info = new RasterInfo(
                file,
                converted.width(),
                converted.height(),
                converted.bands(),
                converted.sampleType(),
                converted.reference());
        List<String> remarks = Stream.concat(
                        Stream.of("Converted by gdal_translate: %s.".formatted(reason)), source.remarks().stream())
                .toList();
        return new ConvertedSource(info, remarks, source, temporary);
    }

    @Override
    public ScenePatch read(PixelWindow window, int outputWidth, int outputHeight) {
        return source.read(window, outputWidth, outputHeight);
    }

    @Override
    public void close() {
        source.close();
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be deleted".formatted(temporary), e);
        }
    }
}
