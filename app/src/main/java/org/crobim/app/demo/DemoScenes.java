package org.crobim.app.demo;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.crobim.data.render.theme.SceneTheme;

/** Which scenes the demo shows. */
public final class DemoScenes {
    private static final List<SceneTheme> THEMES =
            List.of(SceneTheme.AIRFIELD, SceneTheme.MARINA, SceneTheme.TANK_FARM, SceneTheme.SPORTS_PARK);

    /** Of the scenes shown without a seed; no training or validation uses these numbers. */
    private static final List<Long> HELD_OUT_SEEDS = List.of(9_100_001L, 9_100_002L, 9_100_003L, 9_100_004L);

    private DemoScenes() {}

    /**
     * One scene a theme.
     *
     * @param seed of other scenes than the usual ones; empty for these
     */
    public static List<DemoScene> render(OptionalLong seed) {
        return IntStream.range(0, THEMES.size())
                .mapToObj(i -> DemoScene.render(THEMES.get(i), seedOf(i, seed)))
                .toList();
    }

    private static long seedOf(int scene, OptionalLong seed) {
        return seed.isPresent() ? seed.getAsLong() * THEMES.size() + scene : HELD_OUT_SEEDS.get(scene);
    }
}
