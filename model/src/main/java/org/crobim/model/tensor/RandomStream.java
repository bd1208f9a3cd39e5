package org.crobim.model.tensor;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The source of chance of one network: weights at birth, dropout in training. Not thread-safe; one per replica. */
public final class RandomStream implements AutoCloseable {
    private final Generator generator;
    private final GeneratorOptional optional;

    /**
     * @param seed the same seed gives the same draws
     */
    public RandomStream(long seed) {
        Engine.load();
        generator = torch.make_generator_cpu(seed).retainReference();
        optional = new GeneratorOptional(generator).retainReference();
    }

    /** Starts again from a seed. */
    public void reseed(long seed) {
        generator.set_current_seed(seed);
    }

    /** Fills a tensor with uniform values in [low, high). */
    public Tensor fillUniform(Tensor tensor, double low, double high) {
        return tensor.uniform_(low, high, optional);
    }

    /** Fills a tensor with normal values. */
    public Tensor fillNormal(Tensor tensor, double mean, double standardDeviation) {
        return tensor.normal_(mean, standardDeviation, optional);
    }

    /** Fills a tensor with ones at the given probability, zeros otherwise. */
    public Tensor fillBernoulli(Tensor tensor, double probability) {
        return tensor.bernoulli_(probability, optional);
    }

    @Override
    public void close() {
        optional.releaseReference();
        generator.releaseReference();
    }
}
