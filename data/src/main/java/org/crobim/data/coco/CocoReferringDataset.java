package org.crobim.data.coco;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.core.mask.PolygonRaster;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.data.sentence.KnownScene;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SceneLayout;
import org.crobim.language.SceneObject;
import org.crobim.language.SentenceSource;

/**
 * A fixed list of sentences about whole images with outlines; the seed determines it, images are read on demand.
 *
 * <p>Sample ids are {@code file name#number}; masks have the native size and include border pixels. Sentences that name
 * nothing are in the list with an empty mask: for measuring presence, never for IoU.
 */
public final class CocoReferringDataset implements ReferringDataset {
    private final String name;
    private final CocoImageFolder files;
    private final List<ReferringSample> samples;
    private final Map<String, Truth> truths;

    /** Image of a sample, all that is in it, and what the sample names. */
    private record Truth(CocoImage image, KnownScene scene) {
        /** The annotated object; ids of a layout are places in the list of objects. */
        Optional<CocoObject> object() {
            OptionalInt target = scene.target();
            return target.isPresent() ? Optional.of(image.objects().get(target.getAsInt())) : Optional.empty();
        }
    }

    private CocoReferringDataset(
            String name, CocoImageFolder files, List<ReferringSample> samples, Map<String, Truth> truths) {
        this.name = name;
        this.files = files;
        this.samples = List.copyOf(samples);
        this.truths = truths;
    }

    /**
     * How many sentences of which kind.
     *
     * @param name for reports
     * @param questionsPerImage most sentences about one image, at least 1
     * @param seed determines the list
     */
    public record Plan(String name, int questionsPerImage, long seed) {
        /** Checks the count. */
        public Plan {
            if (questionsPerImage < 1) {
                throw new IllegalArgumentException("Data set \"%s\" needs at least one question per image, got %d"
                        .formatted(name, questionsPerImage));
            }
        }
    }

    /**
     * Draws the sentences; a sentence is asked once per image.
     *
     * @throws InputException if image files are missing
     */
    public static CocoReferringDataset create(
            Plan plan, List<CocoImage> images, Path folder, SentenceSource sentences) {
        new CocoImageFolder(folder).requireFiles(images);
        return createUnchecked(plan, images, folder, sentences);
    }

    /** As {@link #create}, but image files may be missing; such an image fails when it is read. */
    public static CocoReferringDataset createUnchecked(
            Plan plan, List<CocoImage> images, Path folder, SentenceSource sentences) {
        CocoImageFolder files = new CocoImageFolder(folder);
        List<ReferringSample> samples = new ArrayList<>();
        Map<String, Truth> truths = new LinkedHashMap<>();
        for (int k = 0; k < images.size(); k++) {
            CocoImage image = images.get(k);
            SplittableRandom random = new SplittableRandom(plan.seed() * 0x9E3779B97F4A7C15L + k);
            Set<String> asked = new HashSet<>();
            SceneLayout layout = layout(image);
            for (ReferringExpression expression : sentences.sentences(layout, plan.questionsPerImage(), random)) {
                if (asked.add(expression.text())) {
                    String id = "%s#%d".formatted(image.fileName(), asked.size() - 1);
                    samples.add(ReferringSample.of(id, image.fileName(), expression));
                    truths.put(id, new Truth(image, new KnownScene(layout, expression.target())));
                }
            }
        }
        return new CocoReferringDataset(plan.name(), files, samples, truths);
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
        return files.read(truth(sample).image());
    }

    @Override
    public Mask readMask(ReferringSample sample) {
        Truth truth = truth(sample);
        int width = truth.image().width();
        int height = truth.image().height();
        return truth.object()
                .map(object -> PolygonRaster.fill(width, height, object.rings()))
                .orElseGet(() -> Mask.empty(width, height));
    }

    /** All objects of the image of a sample, as its sentence was made from them. */
    public KnownScene scene(ReferringSample sample) {
        return truth(sample).scene();
    }

    private Truth truth(ReferringSample sample) {
        Truth truth = truths.get(sample.id());
        if (truth == null) {
            throw new IllegalArgumentException("Sample \"%s\" is not part of data set \"%s\" (%d samples)"
                    .formatted(sample.id(), name, samples.size()));
        }
        return truth;
    }

    private static SceneLayout layout(CocoImage image) {
        List<SceneObject> described = new ArrayList<>();
        for (CocoObject object : image.objects()) {
            Box box = object.box();
            double area = PolygonRaster.fill(image.width(), image.height(), object.rings())
                    .area();
            described.add(new SceneObject(described.size(), object.category(), box, area, 1));
        }
        return new SceneLayout(image.width(), image.height(), described);
    }
}
