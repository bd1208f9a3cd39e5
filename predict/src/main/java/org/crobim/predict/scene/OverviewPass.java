package org.crobim.predict.scene;

import java.util.List;
import java.util.zip.CRC32;
import org.crobim.core.mask.Mask;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.raster.ScenePatch;
import org.crobim.predict.TargetLogits;

/** Shows the network the whole frame, shrunk to its input, and keeps the region that it points to. */
final class OverviewPass {
    private final RasterSource scene;
    private final TileSegmenter network;
    private final SceneClock clock;

    OverviewPass(RasterSource scene, TileSegmenter network, SceneClock clock) {
        this.scene = scene;
        this.network = network;
        this.clock = clock;
    }

    /**
     * The part of the frame that a sentence points to, in coarse cells and one cell wider on all sides: outlines are the business
     * of the closer look.
     *
     * @param cells set where the sentence points to
     * @param frameWidth columns of the frame, pixels
     * @param frameHeight rows of the frame, pixels
     * @param presence score of the network, 0..1
     */
    record Region(Mask cells, int frameWidth, int frameHeight, double presence) {
        /** Whether a pixel of a window lies in the region. */
        boolean touches(PixelWindow window) {
            int left = cell(window.x(), frameWidth, cells.width());
            int right = cell(window.right() - 1, frameWidth, cells.width());
            int bottom = cell(window.bottom() - 1, frameHeight, cells.height());
            for (int y = cell(window.y(), frameHeight, cells.height()); y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    if (cells.get(x, y)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Whether a pixel of the frame lies in the region. */
        boolean holds(int x, int y) {
            return cells.get(cell(x, frameWidth, cells.width()), cell(y, frameHeight, cells.height()));
        }

        String checksum() {
            CRC32 checksum = new CRC32();
            checksum.update(cells.pixels());
            return "%08x".formatted(checksum.getValue());
        }

        private static int cell(int pixel, int frame, int cells) {
            return Math.toIntExact((long) pixel * cells / frame);
        }
    }

    /** Looks at the frame once. */
    Region find(String sentence) {
        int width = scene.info().width();
        int height = scene.info().height();
        PixelWindow whole = new PixelWindow(0, 0, width, height);
        int longest = Math.max(width, height);
        ScenePatch patch = TileReader.readForNetwork(scene, whole, longest, network.inputSidePixels());
        if (patch.isBlank()) {
            return new Region(Mask.empty(1, 1), width, height, 0);
        }
        TargetLogits answer = clock.network(() -> network.locate(new SceneTile(whole, patch), List.of(sentence)))
                .get(0);
        int cellsX = Math.min(answer.grid().width(), width);
        int cellsY = Math.min(answer.grid().height(), height);
        boolean present = answer.presence() >= network.presenceThreshold();
        Mask cells = present ? widened(answer.grid().winner(cellsX, cellsY)) : Mask.empty(cellsX, cellsY);
        return new Region(cells, width, height, answer.presence());
    }

    private static Mask widened(Mask mask) {
        byte[] pixels = new byte[mask.width() * mask.height()];
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                pixels[y * mask.width() + x] = (byte) (isNear(mask, x, y) ? 1 : 0);
            }
        }
        return Mask.of(mask.width(), mask.height(), pixels);
    }

    private static boolean isNear(Mask mask, int x, int y) {
        for (int row = Math.max(0, y - 1); row <= Math.min(mask.height() - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(mask.width() - 1, x + 1); column++) {
                if (mask.get(column, row)) {
                    return true;
                }
            }
        }
        return false;
    }
}
