package org.crobim.data.coco;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.crobim.core.error.InputException;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.Episode;
import org.crobim.data.EpisodeSource;
import org.crobim.data.augment.Augmentation;
import org.crobim.data.augment.OutlinedScene;
import org.crobim.data.augment.PhotometricJitter;
import org.crobim.data.augment.Rings;
import org.crobim.data.augment.SceneView;
import org.crobim.data.augment.View;
import org.crobim.data.augment.ViewDraw;
import org.crobim.language.ObjectCategory;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SentenceSource;
import org.crobim.language.Stratum;

/**
 * Training images with outlines: the view is drawn first, then sentences about what is left in view, then the colours
 * change. So a flip never makes a sentence lie.
 *
 * <p>All images are decoded once and kept as bytes: about 1 MB each at a long side of 704 pixels.
 */
public final class CocoEpisodes implements EpisodeSource {
    private static final int TRIES = 10;

    private final List<OutlinedScene> scenes;
    private final EnumSet<ObjectCategory> annotated;
    private final Plan plan;
    private final SentenceSource sentences;
    private final ViewDraw views;
    private final PhotometricJitter colours;

    private CocoEpisodes(List<OutlinedScene> scenes, Plan plan, SentenceSource sentences) {
        this.scenes = scenes;
        this.annotated = EnumSet.noneOf(ObjectCategory.class);
        scenes.forEach(scene -> scene.outlines().forEach(outline -> annotated.add(outline.category())));
        this.plan = plan;
        this.sentences = sentences;
        this.views = new ViewDraw(plan.augmentation().geometry(), plan.sidePixels());
        this.colours = new PhotometricJitter(plan.augmentation().photometry());
    }

    /**
     * What episodes look like.
     *
     * @param sidePixels side of the square images, at least 8
     * @param questions most questions an episode asks, at least 1
     * @param longSidePixels images are kept in memory with their longer side scaled down to this, at least 8
     * @param augmentation how far they may depart from the files
     */
    public record Plan(int sidePixels, int questions, int longSidePixels, Augmentation augmentation) {
        /** Checks the ranges. */
        public Plan {
            if (sidePixels < 8 || questions < 1 || longSidePixels < 8) {
                throw new IllegalArgumentException(
                        "Episodes need a side >= 8, questions >= 1 and a long side >= 8, got %d, %d and %d"
                                .formatted(sidePixels, questions, longSidePixels));
            }
        }
    }

    /**
     * Reads all images into memory, several at a time.
     *
     * @param images to train on, at least one
     * @param folder of the image files
     * @param plan what episodes look like
     * @param sentences draws the questions
     * @throws InputException if image files are missing, unreadable or of another size than annotated
     */
    public static CocoEpisodes load(List<CocoImage> images, Path folder, Plan plan, SentenceSource sentences) {
        if (images.isEmpty()) {
            throw new InputException("No image to train on: the list of images for %s is empty".formatted(folder));
        }
        CocoImageFolder files = new CocoImageFolder(folder);
        files.requireFiles(images);
        List<OutlinedScene> scenes = images.parallelStream()
                .map(image -> scaledScene(image, files.read(image), plan.longSidePixels()))
                .toList();
        return new CocoEpisodes(scenes, plan, sentences);
    }

    @Override
    public int size() {
        return scenes.size();
    }

    @Override
    public Episode episode(int index, RandomGenerator random) {
        OutlinedScene scene = scenes.get(index);
        for (int i = 0; i < TRIES; i++) {
            View view = views.draw(scene, random);
            SceneView seen = SceneView.of(scene, view);
            List<ReferringExpression> asked = sentences.sentences(seen.layout(), plan.questions(), random);
            if (!asked.isEmpty()) {
                return episode(scene, view, seen, asked, random);
            }
        }
        View whole = View.whole(scene.image(), plan.sidePixels(), plan.sidePixels());
        SceneView seen = SceneView.of(scene, whole);
        return episode(scene, whole, seen, List.of(absent(scene, random)), random);
    }

    private Episode episode(
            OutlinedScene scene, View view, SceneView seen, List<ReferringExpression> asked, RandomGenerator random) {
        List<Episode.Question> questions = new ArrayList<>();
        for (ReferringExpression expression : asked) {
            OptionalInt target = expression.target();
            Mask mask = target.isPresent() ? seen.mask(target.getAsInt()) : Mask.empty(seen.width(), seen.height());
            questions.add(new Episode.Question(expression, mask));
        }
        RgbImage image = colours.apply(view.sample(scene.image()), random);
        return new Episode(image, questions, seen.categories());
    }

    /**
     * Nothing in this image can be told apart, so ask for a class that it does not show. Only an annotated class is known
     * to be absent; the others may well be in the picture.
     */
    private ReferringExpression absent(OutlinedScene scene, RandomGenerator random) {
        EnumSet<ObjectCategory> shown = EnumSet.noneOf(ObjectCategory.class);
        scene.outlines().forEach(outline -> shown.add(outline.category()));
        EnumSet<ObjectCategory> absent = EnumSet.copyOf(annotated);
        absent.removeAll(shown);
        List<ObjectCategory> choice = List.copyOf(absent.isEmpty() ? EnumSet.complementOf(shown) : absent);
        ObjectCategory category = choice.get(random.nextInt(choice.size()));
        return new ReferringExpression(
                "the " + category.canonicalName(), OptionalInt.empty(), category, Stratum.ABSENT);
    }

    private static OutlinedScene scaledScene(CocoImage image, RgbImage pixels, int longSide) {
        double scale = Math.min(1, (double) longSide / Math.max(image.width(), image.height()));
        int width = Math.max(1, (int) Math.round(scale * image.width()));
        int height = Math.max(1, (int) Math.round(scale * image.height()));
        View shrunk = View.whole(pixels, width, height);
        List<OutlinedScene.Outline> outlines = image.objects().stream()
                .map(object -> new OutlinedScene.Outline(
                        object.category(),
                        object.rings().stream()
                                .map(ring -> shrunk.project(Rings.aroundPixels(ring)))
                                .toList()))
                .toList();
        return new OutlinedScene(Resampling.bilinear(pixels, width, height), outlines);
    }
}
