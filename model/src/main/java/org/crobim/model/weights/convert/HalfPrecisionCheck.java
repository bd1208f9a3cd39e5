package org.crobim.model.weights.convert;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.core.error.WeightsException;
import org.crobim.model.weights.StoredTensor;
import org.crobim.model.weights.WeightsSource;

/** Another file, whose finite values must stay finite in half precision. */
final class HalfPrecisionCheck implements WeightsSource {
    private static final double LARGEST = 65_504;

    private final WeightsSource source;

    HalfPrecisionCheck(WeightsSource source) {
        this.source = source;
    }

    @Override
    public Tensor read(String name) {
        Tensor tensor = source.read(name);
        if (tensor.is_floating_point() && tensor.numel() > 0) {
            Tensor magnitude = tensor.abs();
            Tensor beyond = magnitude.gt(new Scalar(LARGEST)).logical_and(magnitude.isfinite());
            if (beyond.any().item_bool()) {
                throw new WeightsException(
                        "%s: %s holds values beyond %.0f, the largest of half precision. Use bf16 or fp32."
                                .formatted(path(), name, LARGEST));
            }
        }
        return tensor;
    }

    @Override
    public Path path() {
        return source.path();
    }

    @Override
    public String format() {
        return source.format();
    }

    @Override
    public SortedSet<String> names() {
        return source.names();
    }

    @Override
    public StoredTensor stored(String name) {
        return source.stored(name);
    }

    @Override
    public Map<String, String> metadata() {
        return source.metadata();
    }

    @Override
    public void close() {
        source.close();
    }
}
