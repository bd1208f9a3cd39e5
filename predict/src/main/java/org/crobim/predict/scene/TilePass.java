package org.crobim.predict.scene;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.crobim.core.image.Resampling;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.geo.blend.ProbabilityCode;
import org.crobim.geo.blend.TileScratch;
import org.crobim.geo.raster.PixelWindow;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.tile.TilePlan;
import org.crobim.predict.LogitGrid;
import org.crobim.predict.TargetLogits;

/** One walk over the tiles of a scene: every tile is read and encoded once, for all phrases that are looked for there. */
final class TilePass {
    private final RasterSource scene;
    private final TilePlan plan;
    private final TileSegmenter network;
    private final SceneClock clock;

    /**
     * @param clock receives the time that the network takes
     */
    TilePass(RasterSource scene, TilePlan plan, TileSegmenter network, SceneClock clock) {
        this.scene = scene;
        this.plan = plan;
        this.network = network;
        this.clock = clock;
    }

    /** Looks for what is not done yet, and leaves every tile of every search done. */
    void run(List<PhraseSearch> searches, Progress progress) {
        skipUnwanted(searches);
        List<Integer> open = IntStream.range(0, plan.count())
                .filter(tile ->
                        searches.stream().anyMatch(search -> !search.scratch().isDone(tile)))
                .boxed()
                .toList();
        progress.start("tiles", open.size());
        try (TileReader reader = new TileReader(scene, plan, network.inputSidePixels(), open)) {
            while (reader.hasNext()) {
                TileReader.ReadTile next = reader.next();
                search(next, searches);
                progress.step(1);
            }
        }
        progress.close();
    }

    private void skipUnwanted(List<PhraseSearch> searches) {
        for (PhraseSearch search : searches) {
            for (int tile = 0; tile < plan.count(); tile++) {
                if (!search.wanted().test(tile) && !search.scratch().isDone(tile)) {
                    search.scratch().putEmpty(tile, 0);
                }
            }
        }
    }

    private void search(TileReader.ReadTile read, List<PhraseSearch> searches) {
        int tile = read.number();
        if (read.tile().patch().isBlank()) {
            searches.stream()
                    .map(PhraseSearch::scratch)
                    .filter(scratch -> !scratch.isDone(tile))
                    .forEach(scratch -> scratch.putBlank(tile));
            return;
        }
        // All phrases of the tile, also those that are done: in another company an answer may differ in its last bits.
        List<PhraseSearch> wanted =
                searches.stream().filter(search -> search.wanted().test(tile)).toList();
        List<String> phrases = wanted.stream().map(PhraseSearch::phrase).toList();
        List<TargetLogits> answers = clock.network(() -> network.locate(read.tile(), phrases));
        for (int i = 0; i < answers.size(); i++) {
            if (!wanted.get(i).scratch().isDone(tile)) {
                store(read, answers.get(i), wanted.get(i).scratch());
            }
        }
    }

    private void store(TileReader.ReadTile read, TargetLogits answer, TileScratch scratch) {
        PixelWindow window = read.tile().window();
        Mask valid = Resampling.nearest(read.tile().patch().valid(), window.width(), window.height());
        boolean speaks = answer.presence() >= network.presenceThreshold();
        if (!speaks && valid.area() == (long) window.width() * window.height()) {
            scratch.putEmpty(read.number(), answer.presence());
            return;
        }
        byte[] codes = new byte[window.width() * window.height()];
        if (speaks) {
            encode(answer.grid(), window, codes);
        } else {
            Arrays.fill(codes, ProbabilityCode.ABSTAINED);
        }
        for (int i = 0; i < codes.length; i++) {
            if (valid.pixels()[i] == 0) {
                codes[i] = ProbabilityCode.NO_DATA;
            }
        }
        scratch.put(read.number(), answer.presence(), codes);
    }

    /** The softmax of two classes is the logistic function of their margin. */
    private static void encode(LogitGrid grid, PixelWindow window, byte[] codes) {
        grid.interpolate(
                window.width(),
                window.height(),
                (pixel, margin) -> codes[pixel] = ProbabilityCode.of((float) (1 / (1 + Math.exp(-margin)))));
    }
}
