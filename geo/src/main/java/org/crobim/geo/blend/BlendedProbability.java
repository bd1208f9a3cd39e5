package org.crobim.geo.blend;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.crobim.geo.mask.ProbabilityRaster;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.tile.TilePlan;

/**
 * The probabilities of a scene as the weighted mean of its tiles.
 *
 * <p>Weight of a tile at a pixel: product of its tapers along both axes. Tiles that abstain do not count where another one has an
 * opinion; where all abstain the probability is 0. Pixels without data are NaN. Memory: sixteen rows of every tile that the
 * current row touches. One thread; cheapest from the top.
 */
public final class BlendedProbability implements ProbabilityRaster {
    private static final int ROWS_AT_ONCE = 16;

    private final TileScratch scratch;
    private final TilePlan plan;
    private final TileTaper columns;
    private final TileTaper rows;
    private final float[] weightSums;
    private final Map<Integer, Rows> kept = new HashMap<>();

    /** Codes of some rows of a tile, from a row of the tile on. */
    private record Rows(int first, int count, byte[] codes) {}

    BlendedProbability(TileScratch scratch) {
        this.scratch = scratch;
        this.plan = scratch.plan();
        int ramp = plan.size().overlapPixels();
        this.columns = new TileTaper(plan.window(0).width(), ramp);
        this.rows = new TileTaper(plan.window(0).height(), ramp);
        this.weightSums = new float[plan.sceneWidth()];
    }

    @Override
    public int width() {
        return plan.sceneWidth();
    }

    @Override
    public int height() {
        return plan.sceneHeight();
    }

    @Override
    public void readRow(int y, float[] row) {
        if (y < 0 || y >= height() || row.length < width()) {
            throw new IllegalArgumentException(
                    "Row %d into an array of %d, scene of %d x %d pixels".formatted(y, row.length, width(), height()));
        }
        Arrays.fill(row, 0, width(), Float.NaN);
        Arrays.fill(weightSums, 0);
        kept.keySet().removeIf(tile -> !holds(plan.window(tile), y));
        plan.tileRowsAt(y).forEach(tileRow -> {
            for (int tile = tileRow * plan.columns(); tile < (tileRow + 1) * plan.columns(); tile++) {
                add(tile, y, row);
            }
        });
        for (int x = 0; x < width(); x++) {
            if (weightSums[x] > 0) {
                row[x] /= weightSums[x];
            }
        }
    }

    private static boolean holds(PixelWindow window, int y) {
        return window.y() <= y && y < window.bottom();
    }

    private void add(int tile, int y, float[] row) {
        PixelWindow window = plan.window(tile);
        switch (scratch.state(tile)) {
            case BLANK -> {}
            case EMPTY -> {
                for (int x = window.x(); x < window.right(); x++) {
                    row[x] = Float.isNaN(row[x]) ? 0 : row[x];
                }
            }
            case STORED -> addCodes(tile, y, row);
        }
    }

    private void addCodes(int tile, int y, float[] row) {
        PixelWindow window = plan.window(tile);
        Rows codes = rowsOf(tile, y - window.y());
        int offset = (y - window.y() - codes.first()) * window.width();
        float rowWeight = rows.weight(y - window.y());
        for (int i = 0; i < window.width(); i++) {
            byte code = codes.codes()[offset + i];
            if (code != ProbabilityCode.NO_DATA) {
                int x = window.x() + i;
                float before = Float.isNaN(row[x]) ? 0 : row[x];
                float weight = code == ProbabilityCode.ABSTAINED ? 0 : rowWeight * columns.weight(i);
                row[x] = weight == 0 ? before : before + weight * ProbabilityCode.probability(code);
                weightSums[x] += weight;
            }
        }
    }

    private Rows rowsOf(int tile, int tileRow) {
        Rows known = kept.get(tile);
        if (known == null || tileRow < known.first() || tileRow >= known.first() + known.count()) {
            PixelWindow window = plan.window(tile);
            int count = Math.min(ROWS_AT_ONCE, window.height() - tileRow);
            byte[] codes = new byte[count * window.width()];
            scratch.readRows(tile, tileRow, codes);
            known = new Rows(tileRow, count, codes);
            kept.put(tile, known);
        }
        return known;
    }
}
