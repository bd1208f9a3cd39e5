package org.crobim.app.scene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.crobim.core.error.InputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.raster.AreaOutline;
import org.crobim.geo.raster.ImageRaster;
import org.crobim.geo.raster.RasterInfo;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.source.RasterSources;
import org.crobim.geo.tile.TileSize;
import org.crobim.predict.scene.SceneFrame;
import org.crobim.predict.scene.SceneOptions;

/** An opened scene and the frame in which it is searched. */
public final class SceneInput implements Closeable {
    /** Images without place on the ground of up to four megapixels are shown to the network at once, as they always were. */
    private static final int PLAIN_SIDE_PIXELS = 2048;

    private static final long PLAIN_PIXELS = (long) PLAIN_SIDE_PIXELS * PLAIN_SIDE_PIXELS;

    /** Smaller parts of a blended mask are specks. */
    private static final long SPECK_PIXELS = 16;

    private final Path file;
    private final RasterSource whole;
    private final RasterSource frame;
    private final SceneArguments arguments;

    private SceneInput(Path file, RasterSource whole, RasterSource frame, SceneArguments arguments) {
        this.file = file;
        this.whole = whole;
        this.frame = frame;
        this.arguments = arguments;
    }

    /**
     * Opens a scene, and the area of interest in it.
     *
     * @throws InputException if the file cannot be read, or the area lies outside
     */
    public static SceneInput open(Path file, SceneArguments arguments) {
        RasterSource whole = source(file, arguments);
        try {
            RasterSource frame =
                    arguments.hasArea() ? outline(whole.info(), arguments).within(whole) : whole;
            return new SceneInput(file, whole, frame, arguments);
        } catch (RuntimeException e) {
            whole.close();
            throw e;
        }
    }

    /** Kinds of pictures that no reader of scenes knows, such as CMYK, are read as pictures always were. */
    private static RasterSource source(Path file, SceneArguments arguments) {
        try {
            return RasterSources.open(file, arguments.rasterOptions());
        } catch (InputException notAScene) {
            // Only what is not decoded at all may be a picture; a scene with a fault must not lose its place silently.
            boolean notDecoded = String.valueOf(notAScene.getMessage()).contains("gdal_translate");
            if (arguments.choosesReading() || !notDecoded) {
                throw notAScene;
            }
            try {
                return ImageRaster.of(ImageFiles.read(file), file);
            } catch (InputException notAnImage) {
                notAScene.addSuppressed(notAnImage);
                throw notAScene;
            }
        }
    }

    private static AreaOutline outline(RasterInfo scene, SceneArguments arguments) {
        Optional<Path> area = arguments.area();
        return area.isPresent()
                ? AreaOutline.ofGeoJson(area.get(), scene)
                : AreaOutline.ofBox(arguments.box().orElseThrow(), scene);
    }

    /** The frame: the scene, or its area of interest. */
    public RasterSource frame() {
        return frame;
    }

    /** Whether this is an image as {@code segment} always took them: without place on the ground, moderate, without scene options. */
    public boolean isPlainImage() {
        RasterInfo info = whole.info();
        return info.reference().isEmpty()
                && !arguments.isAnyGiven()
                && (long) info.width() * info.height() <= PLAIN_PIXELS;
    }

    /** All pixels of a plain image. */
    public RgbImage pixels() {
        return whole instanceof ImageRaster picture ? picture.image() : ImageFiles.read(file);
    }

    /**
     * How the scene is searched by a network with this input.
     *
     * @throws UsageException if a ground sample distance is wanted and the scene has none
     */
    SceneOptions options(int inputSidePixels) {
        TileSize tiles = TileSize.of(inputSidePixels, pixelRatio(), arguments.overlap());
        int direct = directSide(tiles);
        RasterInfo info = frame.info();
        boolean atOnce = Math.max(info.width(), info.height()) <= direct;
        return new SceneOptions(
                arguments.frame(),
                tiles,
                arguments.threshold().orElse(SceneOptions.WINNER),
                arguments.leastAreaPixels().orElse(atOnce ? 1 : SPECK_PIXELS),
                direct);
    }

    /** A frame that the user named is always divided into tiles; otherwise what a person would take in at one glance is not. */
    private int directSide(TileSize tiles) {
        if (arguments.namedFrame().isPresent() && arguments.frame() != SceneFrame.AOI) {
            return 0;
        }
        return whole.info().reference().isEmpty() ? PLAIN_SIDE_PIXELS : 2 * tiles.sidePixels();
    }

    private double pixelRatio() {
        if (arguments.groundSampleDistanceMetres().isEmpty()) {
            return 1;
        }
        GeoReference ground = frame.info()
                .reference()
                .orElseThrow(() -> new UsageException(
                        "%s: --gsd needs to know how large a pixel is, but the scene has no place on the ground. Leave --gsd out, or add a world file."
                                .formatted(file)));
        return arguments.groundSampleDistanceMetres().get() / groundSampleDistanceMetres(ground);
    }

    private double groundSampleDistanceMetres(GeoReference ground) {
        double metres = Math.sqrt(Math.abs(ground.transform().determinant()))
                * ground.crs().metresPerUnit();
        if (ground.crs().isGeographic()) {
            double middle = frame.info().height() / 2.0;
            double latitude = ground.transform().y(frame.info().width() / 2.0, middle);
            // A degree of longitude shrinks towards the poles, one of latitude does not.
            metres *= Math.sqrt(Math.cos(Math.toRadians(latitude)));
        }
        return metres;
    }

    /** What the pixels of the frame depend on, in one line: another line means that temporary files are of no use. */
    String identity() {
        try {
            return "%s of %d bytes from %s, %s, area %s %s"
                    .formatted(
                            file.toAbsolutePath().normalize(),
                            Files.size(file),
                            Files.getLastModifiedTime(file),
                            arguments.rasterOptions(),
                            arguments.box().orElse("whole"),
                            arguments.area().map(SceneInput::stamp).orElse(""));
        } catch (IOException e) {
            throw new InputException("%s: cannot be read (%s). Check its permissions.".formatted(file, e), e);
        }
    }

    private static String stamp(Path area) {
        try {
            return "%s from %s".formatted(area, Files.getLastModifiedTime(area));
        } catch (IOException e) {
            throw new InputException("%s: cannot be read (%s). Check its permissions.".formatted(area, e), e);
        }
    }

    @Override
    public void close() {
        whole.close();
    }
}
