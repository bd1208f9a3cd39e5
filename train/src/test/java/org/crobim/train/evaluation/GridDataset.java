package org.crobim.train.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.language.ObjectCategory;
import org.crobim.language.ReferringExpression;
import org.crobim.language.Stratum;

/** A data set whose masks are text grids; images are black and 4 x 2. */
final class GridDataset implements ReferringDataset {
    private final List<ReferringSample> samples = new ArrayList<>();
    private final Map<String, Mask> masks = new HashMap<>();
    int imagesRead;

    static Mask grid(String... rows) {
        byte[] pixels = new byte[rows.length * rows[0].length()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (rows[i / rows[0].length()].charAt(i % rows[0].length()) == '#' ? 1 : 0);
        }
        return Mask.of(rows[0].length(), rows.length, pixels);
    }

    /** Adds a sentence; an empty mask makes it a declared absence. */
    GridDataset add(String imageId, String text, ObjectCategory category, Mask mask) {
        boolean absent = mask.area() == 0;
        ReferringExpression expression = new ReferringExpression(
                text,
                absent ? OptionalInt.empty() : OptionalInt.of(0),
                category,
                absent ? Stratum.ABSENT : Stratum.POSITION);
        return add(ReferringSample.of("sample-" + samples.size(), imageId, expression), mask);
    }

    GridDataset add(ReferringSample sample, Mask mask) {
        samples.add(sample);
        masks.put(sample.id(), mask);
        return this;
    }

    /** The true mask of the sample with that sentence. */
    Optional<Mask> maskOf(String text) {
        return samples.stream()
                .filter(sample -> sample.text().equals(text))
                .map(this::readMask)
                .findFirst();
    }

    @Override
    public String name() {
        return "grids";
    }

    @Override
    public List<ReferringSample> samples() {
        return samples;
    }

    @Override
    public RgbImage readImage(ReferringSample sample) {
        imagesRead++;
        return new RgbImage(4, 2, new byte[24]);
    }

    @Override
    public Mask readMask(ReferringSample sample) {
        return Optional.ofNullable(masks.get(sample.id())).orElseThrow();
    }
}
