package org.crobim.geo.tiff.ground;

import java.util.Optional;
import org.crobim.core.error.InputException;
import org.crobim.geo.frame.GridTransform;
import org.crobim.geo.frame.SceneCrs;
import org.crobim.geo.tiff.TiffDirectory;
import org.crobim.geo.tiff.TiffImage;
import org.crobim.geo.tiff.TiffInput;
import org.crobim.geo.tiff.TiffTag;

/** What the tags of a GeoTIFF say of the ground. */
public final class GroundTags {
    private final TiffInput input;
    private final TiffDirectory directory;
    private final GeoKeys keys;

    private GroundTags(TiffInput input, TiffDirectory directory) {
        this.input = input;
        this.directory = directory;
        this.keys = GeoKeys.read(directory);
    }

    /** The tags of an image, usually the first of its file. */
    public static GroundTags of(TiffImage image) {
        return new GroundTags(image.input(), image.directory());
    }

    /**
     * The reference system.
     *
     * @return empty where the file names none
     * @throws InputException if it names one that is not known here
     */
    public Optional<SceneCrs> crs() {
        try {
            return GeoKeyCrs.read(keys);
        } catch (InputException e) {
            throw new InputException("%s: %s".formatted(input.file(), e.getMessage()), e);
        }
    }

    /** Whether positions are given by several points of the ground, through which no grid can be laid exactly. */
    public boolean hasControlPoints() {
        return directory.count(TiffTag.MODEL_TIEPOINT) > 6
                && !directory.has(TiffTag.MODEL_PIXEL_SCALE)
                && !directory.has(TiffTag.MODEL_TRANSFORMATION);
    }

    /**
     * From pixels to coordinates. Where the file gives positions of pixel centres they are moved to the corners.
     *
     * @return empty where the file gives none
     * @throws InputException if pixels would have no area
     */
    public Optional<GridTransform> transform() {
        double[] matrix = directory.numbers(TiffTag.MODEL_TRANSFORMATION, 16);
        double[] scale = directory.numbers(TiffTag.MODEL_PIXEL_SCALE, 3);
        double[] tie = directory.numbers(TiffTag.MODEL_TIEPOINT, 6);
        try {
            if (matrix.length == 16) {
                return Optional.of(corners(matrix[3], matrix[0], matrix[1], matrix[7], matrix[4], matrix[5]));
            }
            if (scale.length >= 2 && tie.length == 6) {
                // Writers disagree on the sign of the scale along y; the row axis points down.
                double rowY = -Math.abs(scale[1]);
                return Optional.of(corners(tie[3] - tie[0] * scale[0], scale[0], 0, tie[4] - tie[1] * rowY, 0, rowY));
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "%s: %s. Give it a position again, as gdal_translate -a_ullr does."
                            .formatted(input.file(), e.getMessage()),
                    e);
        }
    }

    private GridTransform corners(double x, double columnX, double rowX, double y, double columnY, double rowY) {
        GridTransform transform = new GridTransform(x, columnX, rowX, y, columnY, rowY);
        boolean centres = keys.shorts().getOrDefault(GeoKey.RASTER_TYPE, GeoKey.PIXEL_IS_AREA) == GeoKey.PIXEL_IS_POINT;
        return centres ? transform.window(-0.5, -0.5, 1, 1) : transform;
    }
}
