package org.crobim.data.render.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crobim.core.image.RgbImage;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.data.render.RenderedObject;
import org.crobim.data.render.RenderedScene;
import org.crobim.data.render.SceneRenderer;
import org.crobim.data.render.SceneSpec;

/** Scenes drawn when asked for, with exact masks; no image file exists. The plan determines every byte. Thread-safe. */
public final class RenderedScenes implements AnnotatedSource {
    private static final int TRIES = 8;
    /** Less visible objects are not recognised. */
    private static final double LEAST_RECOGNISED = 0.1;

    private final SceneSpec spec;
    private final Plan plan;
    private final SceneRenderer renderer = new SceneRenderer();
    /** A scene is asked for its objects and then for its pixels, by one thread. */
    private final ThreadLocal<Optional<Drawn>> last = ThreadLocal.withInitial(Optional::empty);

    /**
     * Which scenes.
     *
     * @param name for cards and journals, saying all that matters and is not in the seed
     * @param idPrefix ids are this and a number
     * @param first number of the first scene, at least 0; the same number gives the same scene
     * @param count of scenes, at least 1
     * @param mostObjects fuller scenes are drawn again a few times, at least 1
     * @param seed determines everything
     */
    public record Plan(String name, String idPrefix, int first, int count, int mostObjects, long seed) {
        /** Checks the ranges. */
        public Plan {
            if (first < 0 || count < 1 || mostObjects < 1) {
                throw new IllegalArgumentException(
                        "Drawn scenes need a first number of at least 0, a count and objects of at least 1, got %d, %d and %d"
                                .formatted(first, count, mostObjects));
            }
        }
    }

    private record Drawn(String id, RgbImage image) {}

    /** A source of scenes of one kind. */
    public RenderedScenes(SceneSpec spec, Plan plan) {
        this.spec = spec;
        this.plan = plan;
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public String licence() {
        return "Drawn by this program: no photograph and no foreign annotation is part of it.";
    }

    @Override
    public List<String> sceneIds() {
        return IntStream.range(plan.first(), plan.first() + plan.count())
                .mapToObj(number -> "%s%06d".formatted(plan.idPrefix(), number))
                .toList();
    }

    @Override
    public AnnotatedScene scene(String id, RefusalLog refusals) {
        RenderedScene scene = draw(id);
        last.set(Optional.of(new Drawn(id, scene.image())));
        List<AnnotatedObject> objects =
                scene.objects().stream().map(RenderedScenes::annotated).toList();
        return new AnnotatedScene(
                id, Path.of(id + ".png"), spec.width(), spec.height(), OptionalDouble.empty(), objects);
    }

    @Override
    public RgbImage image(AnnotatedScene scene) {
        RgbImage image = last.get()
                .filter(drawn -> drawn.id().equals(scene.id()))
                .map(Drawn::image)
                .orElseGet(() -> draw(scene.id()).image());
        last.remove();
        return image;
    }

    private RenderedScene draw(String id) {
        int number = Integer.parseInt(id.substring(plan.idPrefix().length()));
        // One generator a scene, so that any scene can be drawn without those before it.
        SplittableRandom random = new SplittableRandom(plan.seed() * 0x9E3779B97F4A7C15L + number);
        RenderedScene scene = renderer.render(spec, random);
        for (int i = 0; i < TRIES && isCrowded(scene); i++) {
            scene = renderer.render(spec, random);
        }
        return scene;
    }

    private boolean isCrowded(RenderedScene scene) {
        return scene.objects().stream()
                        .filter(object -> object.visibleFraction() >= LEAST_RECOGNISED)
                        .count()
                > plan.mostObjects();
    }

    private static AnnotatedObject annotated(RenderedObject object) {
        return new AnnotatedObject(
                object.id(),
                object.category(),
                object.category().canonicalName(),
                new ObjectShape.Pixels(object.left(), object.top(), object.patch(), object.visibleFraction()),
                false);
    }
}
