package org.crobim.data.render;

import java.util.ArrayList;
import java.util.List;
import org.crobim.data.render.theme.SceneTheme;

/**
 * What to render.
 *
 * @param width pixels, 64..4096
 * @param height pixels, 64..4096
 * @param themes one of these is drawn for each scene, at least one; repeat a theme to make it more frequent
 * @param zoom ground length of the longer side over the theme's usual one, 0.2..3; below 1 objects are larger
 */
public record SceneSpec(int width, int height, List<SceneTheme> themes, double zoom) {
    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 4096;

    /** Checks the ranges and copies the list. */
    public SceneSpec {
        themes = List.copyOf(themes);
        if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > MOST_SIDE) {
            throw new IllegalArgumentException("Scene of %d x %d pixels: sides must lie in %d..%d"
                    .formatted(width, height, LEAST_SIDE, MOST_SIDE));
        }
        if (themes.isEmpty()) {
            throw new IllegalArgumentException("A scene needs at least one theme, got none");
        }
        if (!(zoom >= 0.2 && zoom <= 3)) {
            throw new IllegalArgumentException("Scene zoom must lie in 0.2..3, got " + zoom);
        }
    }

    /** A square scene of any theme in a mix that gives all classes their share. */
    public static SceneSpec square(int side) {
        return new SceneSpec(
                side,
                side,
                List.of(
                        SceneTheme.AIRFIELD,
                        SceneTheme.AIRFIELD,
                        SceneTheme.SEA,
                        SceneTheme.MARINA,
                        SceneTheme.MARINA,
                        SceneTheme.TANK_FARM,
                        SceneTheme.SPORTS_PARK,
                        SceneTheme.SPORTS_PARK,
                        SceneTheme.SPORTS_PARK,
                        SceneTheme.COURTS,
                        SceneTheme.COURTS,
                        SceneTheme.STREET,
                        SceneTheme.STREET,
                        SceneTheme.RIVER,
                        SceneTheme.RIVER),
                1);
    }

    /**
     * A square scene of any theme in a mix that gives all 26 classes of RISBench their share. {@link #square} stays as it is: weights
     * were trained with it.
     */
    public static SceneSpec risBench(int side) {
        List<SceneTheme> themes = new ArrayList<>(List.of(SceneTheme.values()));
        // Their classes occur in one theme only, often alone in it.
        themes.addAll(List.of(
                SceneTheme.AIRPORT,
                SceneTheme.EXPRESSWAY,
                SceneTheme.EXPRESSWAY,
                SceneTheme.RESERVOIR,
                SceneTheme.HELIPORT,
                SceneTheme.SUBURB,
                SceneTheme.RAILWAY,
                SceneTheme.ARENA,
                SceneTheme.SPORTS_PARK));
        return new SceneSpec(side, side, themes, 1);
    }

    /** The same size and zoom with one theme only. */
    public SceneSpec only(SceneTheme theme) {
        return new SceneSpec(width, height, List.of(theme), zoom);
    }
}
