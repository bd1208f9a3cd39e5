package org.crobim.model.referring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.model.tensor.Tensors;

/**
 * Mean and standard deviation of each channel, of values in 0..1.
 *
 * @param mean red, green, blue
 * @param standardDeviation red, green, blue, above 0
 */
public record Normalisation(List<Float> mean, List<Float> standardDeviation) {
    /** The customary figures of ImageNet. */
    public static final Normalisation IMAGENET =
            new Normalisation(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));

    /** Checks the counts and that no deviation is zero. */
    public Normalisation {
        mean = List.copyOf(mean);
        standardDeviation = List.copyOf(standardDeviation);
        if (mean.size() != 3
                || standardDeviation.size() != 3
                || standardDeviation.stream().anyMatch(s -> !(s > 0))) {
            throw new IllegalArgumentException(
                    "normalisation is %s and %s, expected three means and three deviations above 0"
                            .formatted(mean, standardDeviation));
        }
    }

    /** The six numbers as text. */
    String text() {
        return Stream.concat(mean.stream(), standardDeviation.stream())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** Reads what {@link #text()} wrote. */
    static Normalisation parse(String text) {
        List<Float> values = Arrays.stream(text.split(" ")).map(Float::valueOf).toList();
        if (values.size() != 6) {
            throw new IllegalArgumentException("normalisation is \"%s\", expected six numbers".formatted(text));
        }
        return new Normalisation(values.subList(0, 3), values.subList(3, 6));
    }

    /** Resized to a square and normalised: (B, side, side, 3) float32. */
    Tensor batch(List<RgbImage> images, int side) {
        byte[] pixels = new byte[Math.multiplyExact(images.size(), 3 * side * side)];
        for (int i = 0; i < images.size(); i++) {
            RgbImage square = Resampling.bilinear(images.get(i), side, side);
            System.arraycopy(square.rgb(), 0, pixels, i * 3 * side * side, 3 * side * side);
        }
        Tensor scale = row((m, s) -> 1 / (255 * s));
        Tensor offset = row((m, s) -> -m / s);
        return Tensors.bytes(pixels, images.size(), side, side, 3)
                .to(ScalarType.Float)
                .mul_(scale)
                .add_(offset);
    }

    @FunctionalInterface
    private interface PerChannel {
        float apply(float mean, float deviation);
    }

    private Tensor row(PerChannel formula) {
        float[] values = new float[3];
        for (int c = 0; c < 3; c++) {
            values[c] = formula.apply(mean.get(c), standardDeviation.get(c));
        }
        return Tensors.floats(values, 3);
    }
}
