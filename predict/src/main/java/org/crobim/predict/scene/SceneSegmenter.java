package org.crobim.predict.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crobim.core.error.InputException;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.progress.Progress;
import org.crobim.geo.blend.TileScratch;
import org.crobim.geo.raster.RasterInfo;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.tile.ResourceEstimate;
import org.crobim.geo.tile.TilePlan;
import org.crobim.geo.tile.TileSize;
import org.crobim.predict.query.SceneQuery;

/**
 * Answers expressions about a scene of any size.
 *
 * <p>All phrases of all expressions are looked for in one walk over the tiles, so that each tile is read and encoded once. Memory
 * holds a few tiles and a few rows of the scene; everything else is in temporary files, from which an interrupted run goes on.
 */
public final class SceneSegmenter {
    private final TileSegmenter network;
    private final SceneOptions options;

    /**
     * @param network stays the caller's
     */
    public SceneSegmenter(TileSegmenter network, SceneOptions options) {
        this.network = network;
        this.options = options;
    }

    /**
     * What is asked about which scene.
     *
     * @param scene the frame: a whole scene, or an area of interest; stays the caller's
     * @param identity what the pixels depend on, in one line: file, its length and time, bands, stretch, area
     * @param expressions sentences
     */
    public record Request(RasterSource scene, String identity, List<String> expressions) {
        /** Copies the list. */
        public Request {
            expressions = List.copyOf(expressions);
        }
    }

    /**
     * Answers expressions.
     *
     * @param work folder of the temporary files; what a former run of the same request left there is used
     * @param progress of the tiles
     * @return to be closed by the caller; the scene must stay open until then
     * @throws UsageException if an expression is blank
     * @throws InputException if the scene is damaged
     * @throws OutputException if temporary files cannot be written
     */
    public SceneRun answer(Request request, Path work, Progress progress) {
        SceneClock clock = new SceneClock();
        RasterInfo info = request.scene().info();
        boolean atOnce = options.readsAtOnce(info.width(), info.height());
        TilePlan plan = plan(info);
        List<SceneQuery> queries =
                request.expressions().stream().map(SceneQuery::of).toList();
        SearchFolder searches = new SearchFolder(work, plan, request.identity() + " " + network.identity());
        List<TileScratch> opened = searches.opened();
        try {
            OverviewPass overview = new OverviewPass(request.scene(), network, clock);
            List<SceneTask> tasks = new ArrayList<>();
            for (SceneQuery query : queries) {
                tasks.add(task(query, atOnce, searches, overview));
            }
            new TilePass(request.scene(), plan, network, clock).run(searches.all(), progress);
            SceneDecision decision = new SceneDecision(options, plan);
            List<SceneAnswer> answers = tasks.stream().map(decision::decide).toList();
            return new SceneRun(answers, opened, clock);
        } catch (RuntimeException | Error e) {
            opened.forEach(TileScratch::close);
            throw e;
        }
    }

    /** The tiles for a scene. */
    public TilePlan plan(RasterInfo info) {
        int longest = Math.max(info.width(), info.height());
        TileSize size = options.readsAtOnce(info.width(), info.height())
                ? new TileSize(Math.max(2, longest), 0)
                : options.tiles();
        return TilePlan.covering(info.width(), info.height(), size);
    }

    /** The phrases that the network will be asked on the tiles, each once however many expressions need it. */
    public Set<String> phrases(RasterInfo info, List<String> expressions) {
        Set<String> phrases = new LinkedHashSet<>();
        boolean whole = options.frame() == SceneFrame.TILE || options.readsAtOnce(info.width(), info.height());
        for (String expression : expressions) {
            SceneQuery query = SceneQuery.of(expression);
            if (whole) {
                phrases.add(expression);
            } else if (query.description().isPresent()) {
                phrases.addAll(query.phrases());
            } else {
                phrases.add(query.closerPhrase());
            }
        }
        return phrases;
    }

    /** What {@link #answer} will take; reads a few spots of the scene, and shows the network one tile. */
    public ResourceEstimate estimate(RasterSource scene, List<String> expressions) {
        TilePlan plan = plan(scene.info());
        return new CostProbe(scene, plan, network).estimate(List.copyOf(phrases(scene.info(), expressions)));
    }

    private SceneTask task(SceneQuery query, boolean atOnce, SearchFolder searches, OverviewPass overview) {
        if (atOnce) {
            return whole(query, SceneReading.DIRECT, searches);
        }
        if (options.frame() == SceneFrame.TILE) {
            return whole(query, SceneReading.TILES, searches);
        }
        if (query.description().isPresent()) {
            Map<String, TileScratch> scratches = new LinkedHashMap<>();
            query.phrases().forEach(phrase -> scratches.put(phrase, searches.everywhere(phrase)));
            return new SceneTask(query, SceneReading.SPLIT, scratches, Optional.empty());
        }
        OverviewPass.Region region = overview.find(query.text());
        String closer = query.closerPhrase();
        return new SceneTask(
                query, SceneReading.OVERVIEW, Map.of(closer, searches.within(region, closer)), Optional.of(region));
    }

    private static SceneTask whole(SceneQuery query, SceneReading reading, SearchFolder searches) {
        return new SceneTask(query, reading, Map.of(query.text(), searches.everywhere(query.text())), Optional.empty());
    }
}
