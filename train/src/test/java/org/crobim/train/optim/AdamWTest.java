package org.crobim.train.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private static final AdamW.Settings SETTINGS = new AdamW.Settings(0.9, 0.999, 0.05);

    private NativeScope scope;

    private final RandomStream random = new RandomStream(5);

    @BeforeEach
    void openScope() {
        scope = NativeScope.open();
    }

    @AfterEach
    void closeScope() {
        scope.close();
        random.close();
    }

    /** Two matrices and a bias that demand gradients. */
    private static Map<String, Tensor> parameters(long seed) {
        try (RandomStream stream = new RandomStream(seed)) {
            Map<String, Tensor> parameters = new LinkedHashMap<>();
            parameters.put("a.weight", stream.fillNormal(Tensors.zeros(3, 5), 0, 1));
            parameters.put("a.bias", stream.fillNormal(Tensors.zeros(3), 0, 1));
            parameters.put("b.weight", stream.fillNormal(Tensors.zeros(7, 3), 0, 1));
            parameters.values().forEach(tensor -> tensor.requires_grad_(true));
            return parameters;
        }
    }

    /** The flat side of a small network. */
    private static final class Flat implements AutoCloseable {
        final Map<String, Tensor> parameters = parameters(1);
        final ParameterLayout layout = ParameterLayout.of(parameters, new ParameterGroups(Map.of("b", 0.5)));
        final FlatBuffer weights = new FlatBuffer(layout, new Device("cpu"));
        final FlatBuffer gradients = new FlatBuffer(layout, new Device("cpu"));
        final AdamW optimizer = new AdamW(weights, gradients, SETTINGS);

        Flat() {
            weights.becomeValuesOf(parameters);
            gradients.becomeGradientsOf(parameters);
        }

        void step(Tensor input) {
            gradients.clear();
            backward(parameters, input);
            optimizer.step(1e-2);
        }

        @Override
        public void close() {
            optimizer.close();
            weights.close();
            gradients.close();
        }
    }

    private static Tensor parameter(Map<String, Tensor> parameters, String name) {
        return java.util.Objects.requireNonNull(parameters.get(name));
    }

    private static void backward(Map<String, Tensor> parameters, Tensor input) {
        Tensor hidden = org.bytedeco.pytorch.global.torch.linear(
                input,
                parameter(parameters, "a.weight"),
                new org.bytedeco.pytorch.TensorOptional(parameter(parameters, "a.bias")));
        org.bytedeco
                .pytorch
                .global
                .torch
                .linear(hidden.tanh(), parameter(parameters, "b.weight"))
                .square()
                .sum()
                .backward();
    }

    private Tensor input() {
        return random.fillNormal(Tensors.zeros(4, 5), 0, 1);
    }

    @Test
    void takesTheStepsOfLibtorchsAdamW() {
        Engine.load();
        Map<String, Tensor> theirs = parameters(1);
        AdamWOptions full = options(1e-2, 0.05);
        org.bytedeco.pytorch.AdamW reference =
                new org.bytedeco.pytorch.AdamW(new TensorVector(parameter(theirs, "a.weight")), full);
        reference.add_param_group(new org.bytedeco.pytorch.OptimizerParamGroup(
                new TensorVector(parameter(theirs, "a.bias")), options(1e-2, 0)));
        reference.add_param_group(new org.bytedeco.pytorch.OptimizerParamGroup(
                new TensorVector(parameter(theirs, "b.weight")), options(5e-3, 0.05)));
        try (Flat ours = new Flat()) {
            for (int i = 0; i < 20; i++) {
                Tensor input = input();
                ours.step(input);
                reference.zero_grad();
                backward(theirs, input);
                reference.step();
            }

            theirs.forEach((name, tensor) -> assertThat(Tensors.toFloats(parameter(ours.parameters, name)))
                    .as(name)
                    .usingComparatorWithPrecision(2e-6f)
                    .containsExactly(Tensors.toFloats(tensor)));
        }
    }

    private static AdamWOptions options(double rate, double decay) {
        AdamWOptions options = new AdamWOptions(rate);
        options.weight_decay().put(decay);
        return options;
    }

    @Test
    void goesOnBitForBitFromStoredBuffers() {
        Tensor[] inputs = {input(), input(), input(), input()};
        try (Flat whole = new Flat();
                Flat resumed = new Flat()) {
            whole.step(inputs[0]);
            whole.step(inputs[1]);
            resumed.weights.copyFrom(copies(whole.weights));
            resumed.optimizer.firstMoment().copyFrom(copies(whole.optimizer.firstMoment()));
            resumed.optimizer.secondMoment().copyFrom(copies(whole.optimizer.secondMoment()));
            resumed.optimizer.resumeAfter(whole.optimizer.steps());
            for (Flat both : new Flat[] {whole, resumed}) {
                both.step(inputs[2]);
                both.step(inputs[3]);
            }

            assertThat(Tensors.toFloats(resumed.weights.vector()))
                    .containsExactly(Tensors.toFloats(whole.weights.vector()));
        }
    }

    private static Map<String, Tensor> copies(FlatBuffer buffer) {
        Map<String, Tensor> copies = new LinkedHashMap<>();
        buffer.byName().forEach((name, tensor) -> copies.put(name, tensor.clone()));
        return copies;
    }

    @Test
    void gradientsOfSeveralPassesAddUpInTheBuffer() {
        try (Flat flat = new Flat()) {
            Tensor input = input();
            flat.gradients.clear();
            backward(flat.parameters, input);
            float[] once = Tensors.toFloats(flat.gradients.vector());
            backward(flat.parameters, input);

            float[] twice = Tensors.toFloats(flat.gradients.vector());
            assertThat(once).isNotEqualTo(new float[once.length]);
            for (int i = 0; i < once.length; i++) {
                assertThat(twice[i]).isEqualTo(2 * once[i]);
            }
        }
    }

    @Test
    void clippingShortensOnlyLongGradients() {
        try (Flat flat = new Flat()) {
            backward(flat.parameters, input());

            float[] gradients = Tensors.toFloats(flat.gradients.vector());
            double before = GradientNorm.clip(flat.gradients, 0);
            assertThat(before).isPositive();
            assertThat(GradientNorm.clip(flat.gradients, 2 * before)).isEqualTo(before);
            assertThat(Tensors.toFloats(flat.gradients.vector())).containsExactly(gradients);
            GradientNorm.clip(flat.gradients, before / 4);
            assertThat(GradientNorm.clip(flat.gradients, 0))
                    .isCloseTo(before / 4, org.assertj.core.api.Assertions.withinPercentage(0.01));
        }
    }
}
