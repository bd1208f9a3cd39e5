package org.crobim.data.augment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.Episode;
import org.crobim.data.EpisodeSource;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;

/**
 * Training images with the sentences that a data set brings. No flips, turns or crops: the sentences would no longer be
 * true. Images and masks are read and stretched for every episode.
 */
public final class DatasetEpisodes implements EpisodeSource {
    private final ReferringDataset dataset;
    private final List<List<ReferringSample>> byUnit;
    private final Plan plan;
    private final PhotometricJitter colours;

    /**
     * What episodes look like.
     *
     * @param sidePixels side of the square images, at least 8
     * @param questions most questions an episode asks, at least 1
     * @param photometry how far colours may depart from the files
     */
    public record Plan(int sidePixels, int questions, Augmentation.Photometry photometry) {
        /** Checks the ranges. */
        public Plan {
            if (sidePixels < 8 || questions < 1) {
                throw new IllegalArgumentException(
                        "Episodes need a side >= 8 and questions >= 1, got %d and %d".formatted(sidePixels, questions));
            }
        }
    }

    /** Episodes over the images of a data set. */
    public DatasetEpisodes(ReferringDataset dataset, Plan plan) {
        this(dataset, plan, ReferringSample::imageId);
    }

    private DatasetEpisodes(ReferringDataset dataset, Plan plan, Function<ReferringSample, String> unit) {
        Map<String, List<ReferringSample>> groups = new LinkedHashMap<>();
        for (ReferringSample sample : dataset.samples()) {
            groups.computeIfAbsent(unit.apply(sample), id -> new ArrayList<>()).add(sample);
        }
        this.dataset = dataset;
        this.byUnit = groups.values().stream().map(List::copyOf).toList();
        this.plan = plan;
        this.colours = new PhotometricJitter(plan.photometry());
    }

    /** Episodes of one sentence each: an epoch asks every sentence once, as in the published recipes. */
    public static DatasetEpisodes bySentence(ReferringDataset dataset, Plan plan) {
        return new DatasetEpisodes(dataset, plan, ReferringSample::id);
    }

    @Override
    public int size() {
        return byUnit.size();
    }

    @Override
    public Episode episode(int index, RandomGenerator random) {
        List<ReferringSample> samples = new ArrayList<>(byUnit.get(index));
        Collections.shuffle(samples, new Random(random.nextLong()));
        int side = plan.sidePixels();
        List<Episode.Question> questions = new ArrayList<>();
        for (ReferringSample sample : samples.subList(0, Math.min(plan.questions(), samples.size()))) {
            Mask mask = dataset.readMask(sample);
            questions.add(new Episode.Question(
                    sample.text(), mask.boundingBox().isPresent(), Resampling.nearest(mask, side, side)));
        }
        RgbImage image = Resampling.bilinear(dataset.readImage(samples.get(0)), side, side);
        byte[] categories = new byte[side * side];
        Arrays.fill(categories, (byte) -1);
        return new Episode(colours.apply(image, random), questions, categories);
    }
}
