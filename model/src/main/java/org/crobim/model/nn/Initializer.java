package org.crobim.model.nn;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;

/**
 * First values of parameters, float32.
 *
 * @param random source of chance, shared by all layers of a network so that one seed decides every weight
 */
public record Initializer(RandomStream random) {
    /** Uniform in +-sqrt(6 / (fan in + fan out)): the start of every new module's matrices. */
    public Tensor xavierUniform(long fanIn, long fanOut, long... shape) {
        double bound = Math.sqrt(6.0 / (fanIn + fanOut));
        return random.fillUniform(Tensors.zeros(shape), -bound, bound);
    }

    /** Normal with the given standard deviation. */
    public Tensor normal(double standardDeviation, long... shape) {
        return random.fillNormal(Tensors.zeros(shape), 0, standardDeviation);
    }

    /** Zeros. */
    public Tensor zeros(long... shape) {
        return Tensors.zeros(shape);
    }

    /** One value everywhere. */
    public Tensor constant(double value, long... shape) {
        return Tensors.full(value, shape);
    }
}
