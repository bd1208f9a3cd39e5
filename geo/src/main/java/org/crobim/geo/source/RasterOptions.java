package org.crobim.geo.source;

import java.util.List;
import java.util.Optional;
import org.crobim.core.error.UsageException;
import org.crobim.geo.frame.SceneCrs;

/**
 * How a scene is to be read.
 *
 * @param bands the bands for red, green and blue, each a number from 1 or a name as "red" or "nir"; one band gives grey; none
 *     leaves the choice to the file
 * @param stretch of samples to eight bits
 * @param crs the reference system where the file gives positions but no usable system
 */
public record RasterOptions(List<String> bands, Stretch stretch, Optional<SceneCrs> crs) {
    /** Whatever the file says, stretched automatically. */
    public static final RasterOptions DEFAULT = new RasterOptions(List.of(), Stretch.AUTOMATIC, Optional.empty());

    /** Checks the number of bands. */
    public RasterOptions {
        bands = bands.stream().map(String::strip).toList();
        if (bands.size() != 0 && bands.size() != 1 && bands.size() != 3) {
            throw new UsageException(
                    "--bands names %d bands (%s); expected three for red, green and blue, or one for grey."
                            .formatted(bands.size(), String.join(",", bands)));
        }
    }

    /** The same with other bands. */
    public RasterOptions withBands(List<String> names) {
        return new RasterOptions(names, stretch, crs);
    }

    /** The same with another stretch. */
    public RasterOptions withStretch(Stretch other) {
        return new RasterOptions(bands, other, crs);
    }
}
