package org.crobim.model.nn;

import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;

/**
 * First values of parameters, float32.
 *
 * @param random source of chance, shared by all layers of a network so that one seed decides every weight
 * @param shapesOnly whether tensors get a shape and no memory: for counting the parameters of a large network
 */
public record Initializer(RandomStream random, boolean shapesOnly) {
    /** With values. */
    public Initializer(RandomStream random) {
        this(random, false);
    }

    private Tensor filled(long[] shape, UnaryOperator<Tensor> values) {
        return shapesOnly ? Tensors.withoutMemory(shape) : values.apply(Tensors.zeros(shape));
    }

    /** Uniform in +-sqrt(6 / (fan in + fan out)): the start of every new module's matrices. */
    public Tensor xavierUniform(long fanIn, long fanOut, long... shape) {
        double bound = Math.sqrt(6.0 / (fanIn + fanOut));
        return uniform(bound, shape);
    }

    /**
     * Uniform in +-1 / sqrt(fan in): the start of PyTorch's convolutions (kaiming uniform with a = sqrt 5) and of their
     * offsets.
     */
    public Tensor fanInUniform(long fanIn, long... shape) {
        return uniform(1 / Math.sqrt(fanIn), shape);
    }

    private Tensor uniform(double bound, long... shape) {
        return filled(shape, tensor -> random.fillUniform(tensor, -bound, bound));
    }

    /** Normal with the given standard deviation. */
    public Tensor normal(double standardDeviation, long... shape) {
        return filled(shape, tensor -> random.fillNormal(tensor, 0, standardDeviation));
    }

    /** Zeros. */
    public Tensor zeros(long... shape) {
        return filled(shape, tensor -> tensor);
    }

    /** One value everywhere. */
    public Tensor constant(double value, long... shape) {
        return filled(shape, tensor -> tensor.fill_(new Scalar(value)));
    }
}
