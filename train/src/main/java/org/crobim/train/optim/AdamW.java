package org.crobim.train.optim;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.NativeScope;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2), as in PyTorch with epsilon 1e-8.
 *
 * <p>Ours and not libtorch's, because its state is reached only through an archive format of its own, while here it is two
 * buffers with names that a resumed run restores bit for bit. So parameter groups, which the binding of libtorch moves away from their
 * Java objects (pitfall P5 of the engine), do not arise.
 */
public final class AdamW implements AutoCloseable {
    private static final double EPSILON = 1e-8;

    private final FlatBuffer weights;
    private final FlatBuffer gradients;
    private final FlatBuffer firstMoment;
    private final FlatBuffer secondMoment;
    private final Settings settings;
    private long steps;

    /**
     * What stays the same over the run.
     *
     * @param beta1 decay of the mean of gradients, [0, 1)
     * @param beta2 decay of the mean of squared gradients, [0, 1)
     * @param weightDecay for the groups that are decayed, at least 0
     */
    public record Settings(double beta1, double beta2, double weightDecay) {}

    /**
     * An optimizer that has taken no step.
     *
     * @param weights changed by each step; not owned
     * @param gradients read by each step; same layout, not owned
     */
    public AdamW(FlatBuffer weights, FlatBuffer gradients, Settings settings) {
        this.weights = weights;
        this.gradients = gradients;
        this.settings = settings;
        Device device = weights.vector().device();
        firstMoment = new FlatBuffer(weights.layout(), device);
        secondMoment = new FlatBuffer(weights.layout(), device);
    }

    /**
     * Takes one step.
     *
     * @param learningRate of groups with rate scale 1
     */
    public void step(double learningRate) {
        steps++;
        try (NativeScope scope = NativeScope.withoutGradients()) {
            for (ParameterLayout.Section section : weights.layout().sections()) {
                step(section, learningRate * section.group().rateScale());
            }
        }
    }

    private void step(ParameterLayout.Section section, double rate) {
        Tensor weight = weights.section(section);
        Tensor gradient = gradients.section(section);
        Tensor first = firstMoment.section(section);
        Tensor second = secondMoment.section(section);
        double beta1 = settings.beta1();
        double beta2 = settings.beta2();
        first.lerp_(gradient, new Scalar(1 - beta1));
        second.mul_(new Scalar(beta2)).addcmul_(gradient, gradient, new Scalar(1 - beta2));
        Tensor deviation = second.sqrt()
                .div_(new Scalar(Math.sqrt(1 - Math.pow(beta2, steps))))
                .add_(new Scalar(EPSILON));
        if (section.group().decayed() && settings.weightDecay() > 0) {
            weight.mul_(new Scalar(1 - rate * settings.weightDecay()));
        }
        weight.addcdiv_(first, deviation, new Scalar(-rate / (1 - Math.pow(beta1, steps))));
    }

    /** Steps taken. */
    public long steps() {
        return steps;
    }

    /** Running mean of the gradients, live. */
    public FlatBuffer firstMoment() {
        return firstMoment;
    }

    /** Running mean of the squared gradients, live. */
    public FlatBuffer secondMoment() {
        return secondMoment;
    }

    /** Goes on after a number of steps whose moments were put into the buffers. */
    public void resumeAfter(long stepsTaken) {
        steps = stepsTaken;
    }

    @Override
    public void close() {
        firstMoment.close();
        secondMoment.close();
    }
}
