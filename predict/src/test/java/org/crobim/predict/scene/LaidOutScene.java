package org.crobim.predict.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.geo.raster.ImageRaster;
import org.crobim.geo.tile.TileSize;

/** A scene of six by six tiles in which boxes stand for objects. */
final class LaidOutScene {
    /** Six tiles of 120 pixels that overlap by 24. */
    static final int SIDE = 600;

    static final TileSize TILES = new TileSize(120, 24);

    private final Map<String, List<Box>> objects = new LinkedHashMap<>();

    /** Adds an object of a class by its left upper corner and its size. */
    LaidOutScene with(String phrase, int x, int y, int width, int height) {
        objects.computeIfAbsent(phrase, unused -> new ArrayList<>()).add(new Box(x, y, x + width, y + height));
        return this;
    }

    TruthTiles truth() {
        TruthTiles truth = new TruthTiles(TILES.sidePixels());
        objects.forEach((phrase, boxes) -> truth.knowing(phrase, mask(boxes)));
        return truth;
    }

    ImageRaster raster() {
        return ImageRaster.of(new RgbImage(SIDE, SIDE, new byte[3 * SIDE * SIDE]), Path.of("laid-out.png"));
    }

    private static Mask mask(List<Box> boxes) {
        byte[] pixels = new byte[SIDE * SIDE];
        for (Box box : boxes) {
            for (int y = (int) box.yMin(); y < box.yMax(); y++) {
                for (int x = (int) box.xMin(); x < box.xMax(); x++) {
                    pixels[y * SIDE + x] = 1;
                }
            }
        }
        return Mask.of(SIDE, SIDE, pixels);
    }
}
