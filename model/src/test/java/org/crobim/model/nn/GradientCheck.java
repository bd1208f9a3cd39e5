package org.crobim.model.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;

/**
 * Compares the backward pass with central differences in float64: for every leaf the slope along one random direction,
 * so that each of its values takes part.
 */
public final class GradientCheck {
    private static final double STEP = 1e-5;
    private static final double[] ONE_STEP = {STEP};
    private static final double[] SHRINKING_STEPS = {STEP, STEP / 10, STEP / 100};
    private static final double RELATIVE = 1e-5;
    /** What rounding leaves of a slope that is exactly zero. */
    private static final double ROUNDING = 2e-8;

    private final RandomStream random;
    private final double[] steps;

    private GradientCheck(RandomStream random, double[] steps) {
        this.random = random;
        this.steps = steps;
    }

    /**
     * @param random draws the directions
     */
    public GradientCheck(RandomStream random) {
        this(random, ONE_STEP);
    }

    /**
     * For networks of many clipped values, where a step may cross one of their corners: then a hundredth of it tells the
     * slope as well, and a wrong gradient is wrong at every step.
     */
    public static GradientCheck acrossCorners(RandomStream random) {
        return new GradientCheck(random, SHRINKING_STEPS);
    }

    /** A float64 leaf with normal values that outlives its scope; the caller releases it. */
    public Tensor leaf(long... shape) {
        Tensor values = random.fillNormal(Tensors.zeros(ScalarType.Double, shape), 0, 1);
        return NativeScope.keep(values.requires_grad_(true));
    }

    /** Adds noise to every weight: no offset stays zero, no gain stays one. */
    public void disturb(Layer layer) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            layer.namedParameters()
                    .values()
                    .forEach(p -> p.add_(random.fillNormal(Tensors.zeros(Tensors.shape(p)), 0, 0.3)));
        }
    }

    /**
     * Fixed weights that tell every output apart, so that no gradient cancels.
     *
     * @return sum of output times weight, a scalar
     */
    public static Tensor weightedSum(Tensor output) {
        float[] weights = new float[Math.toIntExact(output.numel())];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (i * 37 % 11 - 5) / 5f;
        }
        return output.mul(Tensors.floats(weights, Tensors.shape(output)).to(output.scalar_type()))
                .sum();
    }

    /**
     * Asserts that all gradients are right within 1e-5 of their length.
     *
     * @param leaves float64 tensors that require gradients
     * @param loss a scalar made of them, the same at each call
     */
    public void check(Map<String, Tensor> leaves, Supplier<Tensor> loss) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        try (NativeScope scope = NativeScope.open()) {
            loss.get().backward();
            leaves.forEach((name, leaf) -> {
                assertThat(leaf.grad().defined()).as(name + " takes part").isTrue();
                gradients.put(name, Tensors.toDoubles(leaf.grad()));
            });
        }
        leaves.forEach((name, leaf) -> checkSlope(name, leaf, Objects.requireNonNull(gradients.get(name)), loss));
    }

    private void checkSlope(String name, Tensor leaf, double[] gradient, Supplier<Tensor> loss) {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor direction = random.fillNormal(Tensors.zeros(ScalarType.Double, Tensors.shape(leaf)), 0, 1);
            double[] along = Tensors.toDoubles(direction);
            double expected = 0;
            double length = 0;
            for (int i = 0; i < along.length; i++) {
                expected += gradient[i] * along[i];
                length += gradient[i] * gradient[i];
            }
            double tolerance = RELATIVE * Math.sqrt(length) + ROUNDING;
            double slope = Double.NaN;
            for (int i = 0; i < steps.length && !(Math.abs(slope - expected) <= tolerance); i++) {
                slope = slope(leaf, direction, steps[i], loss);
            }
            assertThat(slope).as(name).isCloseTo(expected, within(tolerance));
        }
    }

    private static double slope(Tensor leaf, Tensor direction, double step, Supplier<Tensor> loss) {
        return (shifted(leaf, direction, step, loss) - shifted(leaf, direction, -step, loss)) / (2 * step);
    }

    private static double shifted(Tensor leaf, Tensor direction, double step, Supplier<Tensor> loss) {
        Tensor values = leaf.detach();
        Tensor before = values.clone();
        values.add_(direction, new Scalar(step));
        double result = loss.get().item_double();
        values.copy_(before);
        return result;
    }
}
