package org.crobim.model.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Ops.ConvolutionShape;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;

/**
 * Random layers and inputs, and the formulas of single layers written out naively from the parameters of a block: what a
 * test compares the block with. Everything drawn here lives until this closes.
 */
public final class NaiveFormulas implements AutoCloseable {
    private final RandomStream random;
    private final NativeScope scope = NativeScope.withoutGradients();

    /**
     * @param seed of the inputs and of the weights
     */
    public NaiveFormulas(long seed) {
        random = new RandomStream(seed);
        Engine.setThreads(1);
    }

    /** Draws the first weights of the layers. */
    public Initializer initializer() {
        return new Initializer(random);
    }

    /** Standard normal float32 values. */
    public Tensor normal(long... shape) {
        return random.fillNormal(Tensors.zeros(shape), 0, 1);
    }

    /** The layer with noise on every weight, so that no offset is zero and no gain is one. */
    public <L extends Layer> L disturbed(L layer) {
        new GradientCheck(random).disturb(layer);
        return layer;
    }

    @Override
    public void close() {
        scope.close();
        random.close();
    }

    /** The named parameter of the layer. */
    public static Tensor parameter(Layer layer, String name) {
        return Objects.requireNonNull(layer.namedParameters().get(name), name);
    }

    /** x W^T + b of the layer itself. */
    public static Tensor linear(Linear layer, Tensor x) {
        return x.matmul(parameter(layer, "weight").t()).add(parameter(layer, "bias"));
    }

    /** x W^T + b of the named part. */
    public static Tensor linear(Layer layer, String name, Tensor x) {
        return x.matmul(parameter(layer, name + ".weight").t()).add(parameter(layer, name + ".bias"));
    }

    /** The depthwise convolution of the named part over (batch, rows, columns, channels) with a square kernel. */
    public static Tensor depthwise(Layer layer, String name, Tensor x, int side) {
        return Ops.convolution(
                x,
                parameter(layer, name + ".weight"),
                Optional.of(parameter(layer, name + ".bias")),
                new ConvolutionShape(1, side / 2, Math.toIntExact(x.size(-1))));
    }

    /** The layer norm of the named part over the last dimension. */
    public static Tensor norm(Layer layer, String name, Tensor x) {
        Tensor centred = x.sub(x.mean(new long[] {-1}, true, new ScalarTypeOptional()));
        Tensor variance = centred.square().mean(new long[] {-1}, true, new ScalarTypeOptional());
        return centred.div(variance.add(new Scalar(1e-5)).sqrt())
                .mul(parameter(layer, name + ".weight"))
                .add(parameter(layer, name + ".bias"));
    }

    /** Equal shapes, and values that differ by rounding only. */
    public static void assertClose(Tensor got, Tensor expected) {
        assertThat(Tensors.shape(got)).containsExactly(Tensors.shape(expected));
        assertThat(Tensors.toFloats(got)).containsExactly(Tensors.toFloats(expected), within(2e-5f));
    }
}
