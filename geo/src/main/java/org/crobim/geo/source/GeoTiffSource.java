package org.crobim.geo.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crobim.core.error.InputException;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.frame.GridTransform;
import org.crobim.geo.frame.SceneCrs;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterInfo;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;
import org.crobim.geo.tiff.BandTags;
import org.crobim.geo.tiff.BlockCache;
import org.crobim.geo.tiff.PixelLayout;
import org.crobim.geo.tiff.TiffDirectory;
import org.crobim.geo.tiff.TiffImage;
import org.crobim.geo.tiff.TiffInput;
import org.crobim.geo.tiff.TiffStructure;
import org.crobim.geo.tiff.UnsupportedTiffException;
import org.crobim.geo.tiff.ground.GroundTags;

/** A scene in a TIFF, BigTIFF or cloud-optimized GeoTIFF, with its overviews and masks. */
final class GeoTiffSource implements RasterSource {
    private static final long CACHE_BYTES = 128L << 20;

    private final TiffInput input;
    private final RasterInfo info;
    private final List<String> remarks;
    private final List<TiffLevel> opened;

    /** The scene and its overviews, the largest first. */
    private final List<TiffRows> levels;

    private GeoTiffSource(
            TiffInput input, RasterInfo info, List<String> remarks, List<TiffLevel> opened, List<TiffRows> levels) {
        this.input = input;
        this.info = info;
        this.remarks = List.copyOf(remarks);
        this.opened = opened;
        this.levels = levels;
    }

    /**
     * Opens a file.
     *
     * @throws InputException if it is damaged, or does not have what the options ask for
     * @throws UnsupportedTiffException if it may be sound but is not decoded here
     */
    static GeoTiffSource open(Path file, RasterOptions options) {
        TiffInput input = TiffInput.open(file);
        Opening opening = new Opening(input, options);
        try {
            return opening.open();
        } catch (RuntimeException e) {
            opening.opened.forEach(TiffLevel::close);
            input.close();
            throw e;
        }
    }

    /** The steps from directories to levels. */
    private static final class Opening {
        private final TiffInput input;
        private final RasterOptions options;
        private final BlockCache cache = new BlockCache(CACHE_BYTES);
        private final List<TiffLevel> opened = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        Opening(TiffInput input, RasterOptions options) {
            this.input = input;
            this.options = options;
        }

        GeoTiffSource open() {
            List<TiffDirectory> directories = TiffStructure.read(input);
            TiffImage scene = TiffImage.of(input, directories.get(0));
            List<TiffImage> others = others(directories);
            RasterInfo info = info(scene);
            SampleColours colours = colours(scene, info);
            List<TiffRows> levels = new ArrayList<>();
            levels.add(rows(opened.get(0), others, colours));
            others.stream()
                    .filter(image -> image.isReduced() && !image.isMask() && isSmaller(image, scene))
                    .sorted(Comparator.comparingInt(TiffImage::width).reversed())
                    .forEach(image -> levels.add(rows(level(image), others, colours)));
            return new GeoTiffSource(input, info, remarks, opened, levels);
        }

        /** Overviews and masks that cannot be used are no reason to refuse the scene. */
        private List<TiffImage> others(List<TiffDirectory> directories) {
            List<TiffImage> images = new ArrayList<>();
            for (TiffDirectory directory : directories.subList(1, directories.size())) {
                try {
                    images.add(TiffImage.of(input, directory));
                } catch (UnsupportedTiffException e) {
                    remarks.add("An overview or mask is not used: " + e.getMessage() + ".");
                }
            }
            long pages = images.stream()
                    .filter(image -> !image.isReduced() && !image.isMask())
                    .count();
            if (pages > 0) {
                remarks.add("The file has %d images; the first is read.".formatted(pages + 1));
            }
            return images;
        }

        private static boolean isSmaller(TiffImage image, TiffImage scene) {
            return image.width() < scene.width()
                    && image.layout().bands() == scene.layout().bands()
                    && image.layout().format().equals(scene.layout().format());
        }

        private TiffLevel level(TiffImage image) {
            TiffLevel level = new TiffLevel(opened.size(), image, cache);
            opened.add(level);
            return level;
        }

        private TiffRows rows(TiffLevel level, List<TiffImage> others, SampleColours colours) {
            Optional<TiffLevel> mask = others.stream()
                    .filter(image -> image.isMask()
                            && image.width() == level.image().width()
                            && image.height() == level.image().height())
                    .findFirst()
                    .map(this::level);
            return new TiffRows(level, mask, colours);
        }

        private RasterInfo info(TiffImage scene) {
            PixelLayout layout = scene.layout();
            return new RasterInfo(
                    input.file(),
                    scene.width(),
                    scene.height(),
                    layout.bands(),
                    layout.format().label(),
                    reference(scene));
        }

        private Optional<GeoReference> reference(TiffImage scene) {
            GroundTags ground = GroundTags.of(scene);
            Optional<GridTransform> transform = ground.transform();
            if (ground.hasControlPoints()) {
                remarks.add(
                        "Positions are given by ground control points, which no grid fits exactly; the scene is read in pixels. Lay a grid with gdalwarp to get coordinates.");
            }
            if (transform.isEmpty()) {
                return Optional.empty();
            }
            Optional<SceneCrs> crs = options.crs().isPresent() ? options.crs() : ground.crs();
            if (crs.isEmpty()) {
                remarks.add(
                        "The file gives positions but no reference system; the scene is read in pixels. Name the system with --crs, as EPSG:32650.");
            }
            return crs.map(system -> new GeoReference(transform.get(), system));
        }

        private SampleColours colours(TiffImage scene, RasterInfo info) {
            PixelLayout layout = scene.layout();
            BandTags tags = BandTags.of(scene);
            int alpha = layout.alphaBand();
            String system =
                    info.reference().map(reference -> ", " + reference.crs()).orElse("");
            BandChoice choice = BandChoice.of(
                    options.bands(),
                    tags.names(),
                    layout.bands() - (alpha < 0 ? 0 : 1),
                    new BandChoice.Description(
                            input.file().toString(), layout.format().label() + system));
            if (choice.isGuess() && layout.bands() > 3) {
                remarks.add(
                        "The file does not name its %d bands; 1, 2 and 3 are taken for red, green and blue. Choose others with --bands."
                                .formatted(layout.bands()));
            }
            float noData = (float) tags.noData().orElse(Double.NaN);
            byte[] palette = layout.photometric() == PixelLayout.PALETTE
                            && options.bands().isEmpty()
                    ? tags.palette()
                    : new byte[0];
            TiffLevel level = level(scene);
            SampleColours.ColourRange[] ranges =
                    BandRanges.of(level, choice.bands(), noData, palette.length > 0 ? Stretch.NONE : options.stretch());
            noteStretch(layout, ranges);
            return new SampleColours(choice.bands(), alpha, ranges, noData, palette);
        }

        private void noteStretch(PixelLayout layout, SampleColours.ColourRange[] ranges) {
            if (!layout.format().isEightBit() && layout.photometric() != PixelLayout.PALETTE) {
                remarks.add("Samples of type %s become 0..255 from %s to %s (red), %s to %s (green), %s to %s (blue)."
                        .formatted(
                                layout.format().label(),
                                ranges[0].black(),
                                ranges[0].white(),
                                ranges[1].black(),
                                ranges[1].white(),
                                ranges[2].black(),
                                ranges[2].white()));
            }
        }
    }

    @Override
    public RasterInfo info() {
        return info;
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public ScenePatch read(PixelWindow window, int outputWidth, int outputHeight) {
        if (!window.fitsInto(info.width(), info.height())) {
            throw new IllegalArgumentException(
                    "%s leaves the scene of %d x %d".formatted(window, info.width(), info.height()));
        }
        TiffRows level = levels.get(0);
        for (TiffRows candidate : levels) {
            boolean fine = (double) candidate.width() * window.width() / info.width() >= outputWidth
                    && (double) candidate.height() * window.height() / info.height() >= outputHeight;
            level = fine ? candidate : level;
        }
        double scaleX = (double) level.width() / info.width();
        double scaleY = (double) level.height() / info.height();
        WindowResampler.Frame frame = new WindowResampler.Frame(
                window.x() * scaleX, window.y() * scaleY, window.width() * scaleX, window.height() * scaleY);
        return WindowResampler.read(level, frame, outputWidth, outputHeight);
    }

    @Override
    public void close() {
        opened.forEach(TiffLevel::close);
        input.close();
    }
}
