package org.crobim.data.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SentenceSource;

/**
 * A fixed list of rendered scenes with sentences: the seed determines every byte.
 *
 * <p>Sentences and cropped masks are kept; images are rendered again when read, which takes a few milliseconds.
 */
public final class RenderedReferringDataset implements ReferringDataset {
    private final String name;
    private final SceneSpec spec;
    private final long seed;
    private final List<ReferringSample> samples;
    private final Map<String, Truth> truths;
    private final SceneRenderer renderer = new SceneRenderer();

    /** Scene number of a sample and the object it names. */
    private record Truth(int scene, Optional<RenderedObject> target) {}

    private RenderedReferringDataset(
            String name, SceneSpec spec, long seed, List<ReferringSample> samples, Map<String, Truth> truths) {
        this.name = name;
        this.spec = spec;
        this.seed = seed;
        this.samples = List.copyOf(samples);
        this.truths = truths;
    }

    /**
     * How many scenes and sentences.
     *
     * @param name for reports
     * @param scenes number of images, at least 1
     * @param sentencesPerScene most sentences about one image, at least 1
     * @param seed determines everything
     */
    public record Plan(String name, int scenes, int sentencesPerScene, long seed) {
        /** Checks the counts. */
        public Plan {
            if (scenes < 1 || sentencesPerScene < 1) {
                throw new IllegalArgumentException(
                        "Data set \"%s\" needs at least one scene and sentence, got %d and %d"
                                .formatted(name, scenes, sentencesPerScene));
            }
        }
    }

    /** Renders all scenes once to learn what can be said about them. */
    public static RenderedReferringDataset create(Plan plan, SceneSpec spec, SentenceSource sentences) {
        SceneRenderer renderer = new SceneRenderer();
        List<ReferringSample> samples = new ArrayList<>();
        Map<String, Truth> truths = new LinkedHashMap<>();
        for (int k = 0; k < plan.scenes(); k++) {
            SplittableRandom random = generator(plan.seed(), k);
            RenderedScene scene = renderer.render(spec, random);
            String imageId = "scene-%05d".formatted(k);
            int number = 0;
            for (ReferringExpression expression :
                    sentences.sentences(scene.layout(), plan.sentencesPerScene(), random)) {
                String id = "%s-%02d".formatted(imageId, number++);
                samples.add(ReferringSample.of(id, imageId, expression));
                Optional<RenderedObject> target = expression.target().isPresent()
                        ? Optional.of(scene.objects().get(expression.target().getAsInt()))
                        : Optional.empty();
                truths.put(id, new Truth(k, target));
            }
        }
        return new RenderedReferringDataset(plan.name(), spec, plan.seed(), samples, truths);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ReferringSample> samples() {
        return samples;
    }

    @Override
    public RgbImage readImage(ReferringSample sample) {
        return scene(sample).image();
    }

    @Override
    public Mask readMask(ReferringSample sample) {
        return truth(sample)
                .target()
                .map(object -> object.mask(spec.width(), spec.height()))
                .orElseGet(() -> Mask.empty(spec.width(), spec.height()));
    }

    /** The whole scene behind a sample, with all its objects. */
    public RenderedScene scene(ReferringSample sample) {
        return renderer.render(spec, generator(seed, truth(sample).scene()));
    }

    private Truth truth(ReferringSample sample) {
        Truth truth = truths.get(sample.id());
        if (truth == null) {
            throw new IllegalArgumentException("Sample \"%s\" is not part of data set \"%s\" (%d samples)"
                    .formatted(sample.id(), name, samples.size()));
        }
        return truth;
    }

    /** One generator a scene, so that any scene can be rendered without those before it. */
    private static SplittableRandom generator(long seed, int scene) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + scene);
    }
}
