package org.crobim.data.render;

import java.util.List;
import java.util.random.RandomGenerator;
import org.crobim.core.image.RgbImage;
import org.crobim.data.render.canvas.Dice;
import org.crobim.data.render.canvas.SceneCanvas;
import org.crobim.data.render.canvas.SensorModel;
import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.canvas.Sun;
import org.crobim.data.render.canvas.Tones;
import org.crobim.data.render.theme.SceneTheme;

/** Renders procedural top-view scenes; thread-safe, nothing remembered between calls. */
public final class SceneRenderer {
    private static final double INFRARED_SHARE = 0.09;
    /** In archives most infrared pictures show streets with cars. */
    private static final double INFRARED_SHARE_OF_STREETS = 0.4;

    private static final int TRIES = 8;

    /**
     * Renders a scene with at least one object.
     *
     * @param spec size and kinds of scenes
     * @param random the only source of chance: the same state gives the same bytes
     */
    public RenderedScene render(SceneSpec spec, RandomGenerator random) {
        Dice dice = new Dice(random);
        RenderedScene scene = draw(spec, dice);
        for (int i = 0; i < TRIES && scene.objects().isEmpty(); i++) {
            scene = draw(spec, dice);
        }
        return scene;
    }

    private static RenderedScene draw(SceneSpec spec, Dice dice) {
        SceneTheme theme = dice.pick(spec.themes());
        double ground = dice.between(theme.leastSideMetres(), theme.mostSideMetres()) * spec.zoom();
        double scale = Math.max(spec.width(), spec.height()) / ground;
        SceneCanvas canvas = new SceneCanvas(spec.width(), spec.height(), scale, Sun.draw(dice), new Tones(dice));
        Stage stage = new Stage(canvas, dice);
        theme.compose(stage);
        stage.perform();
        List<RenderedObject> objects = new ObjectExtraction(canvas.owners(), spec.width(), spec.height()).objects();
        SensorModel sensor = SensorModel.draw(dice, infraredShare(theme));
        RgbImage image = sensor.expose(canvas.pixels(), spec.width(), spec.height(), dice);
        return new RenderedScene(image, objects);
    }

    /** Land only: the infrared rendition guesses leaves from colours, and algae would pass for leaves. */
    private static double infraredShare(SceneTheme theme) {
        return switch (theme) {
            case STREET -> INFRARED_SHARE_OF_STREETS;
            case AIRFIELD, SPORTS_PARK, COURTS, EXPRESSWAY, HELIPORT, RAILWAY, WIND_FARM, ARENA -> INFRARED_SHARE;
            case SEA, MARINA, TANK_FARM, RIVER, POWER_PLANT, CONTAINER_PORT, RESERVOIR, GOLF_COURSE, SUBURB, AIRPORT ->
                0;
        };
    }
}
