package org.crobim.predict.scene;

import java.util.List;
import org.crobim.geo.blend.TileScratch;

/** The answers of one run over a scene, with the temporary files that their rasters are read from. */
public final class SceneRun implements AutoCloseable {
    private final List<SceneAnswer> answers;
    private final List<TileScratch> scratches;
    private final SceneClock clock;

    SceneRun(List<SceneAnswer> answers, List<TileScratch> scratches, SceneClock clock) {
        this.answers = List.copyOf(answers);
        this.scratches = List.copyOf(scratches);
        this.clock = clock;
    }

    /** One answer an expression, in their order. */
    public List<SceneAnswer> answers() {
        return answers;
    }

    /** What the run took up to now: ask once everything is written. */
    public SceneTiming timing() {
        return clock.timing();
    }

    /** Removes the temporary files; to be called when the results are in place. */
    public void discard() {
        scratches.forEach(TileScratch::delete);
    }

    /** Closes the temporary files and leaves them for a later run. */
    @Override
    public void close() {
        scratches.forEach(TileScratch::close);
    }
}
