package org.crobim.model.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.error.WeightsException;
import org.crobim.model.fused.FusedNetwork;
import org.crobim.model.fused.Words;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.crobim.model.weights.LoadRules;
import org.crobim.model.weights.StateLoading;
import org.crobim.model.weights.WeightsSource;

/**
 * Runs a network on vectors of its original: builds it from the file's metadata, loads {@code weights.*}, feeds
 * {@code input.*} and compares with every {@code expect.*}.
 *
 * <p>Evaluation mode: {@code text_features}, {@code stage1..4} (what the decoder receives), {@code logits} at input size.
 * Training mode, batch statistics but no dropout: {@code train_logits}, {@code train_loss} (cross entropy, class weights 0.9
 * and 1.1) and {@code grad.PARAMETER}. A file may hold any of them, for any sizes, windows, heads and image shapes.
 */
public final class ParityRun {
    static final String WEIGHTS = "weights.";
    private static final String INPUT = "input.";
    private static final String EXPECT = "expect.";
    private static final String GRADIENT = "grad.";
    private static final double LEAST_MAGNITUDE = 1e-6;
    private static final double BACKGROUND_WEIGHT = 0.9;
    private static final double TARGET_WEIGHT = 1.1;
    private static final long MEAN = 1;
    private static final long NEVER_IGNORED = -100;

    private final WeightsSource vectors;
    private final ScalarType type;
    private final FusedNetwork network;
    private final Set<String> open = new TreeSet<>();
    private final Map<String, ParityReport.Difference> differences = new LinkedHashMap<>();

    private ParityRun(WeightsSource vectors, ScalarType type, FusedNetwork network) {
        this.vectors = vectors;
        this.type = type;
        this.network = network;
        vectors.names().stream()
                .filter(name -> name.startsWith(EXPECT))
                .forEach(name -> open.add(name.substring(EXPECT.length())));
    }

    /**
     * Which network a file of vectors belongs to.
     *
     * @throws WeightsException if its metadata do not say
     */
    public static ParityModel modelOf(WeightsSource vectors) {
        return VectorDescription.of(vectors).model();
    }

    /**
     * Compares a network with its original.
     *
     * @param vectors weights, inputs and expected results
     * @param precision of the run
     * @return one difference for each expected result
     * @throws WeightsException if metadata, weights or inputs are incomplete or do not fit one another, or if a result is
     *     expected that no network has
     */
    public static ParityReport compare(WeightsSource vectors, ParityPrecision precision) {
        return Engine.call("running a network on " + vectors.path(), () -> run(vectors, precision));
    }

    private static ParityReport run(WeightsSource vectors, ParityPrecision precision) {
        VectorDescription description = VectorDescription.of(vectors);
        try (RandomStream random = new RandomStream(0);
                FusedNetwork network = description.create(vectors, new Initializer(random))) {
            network.convertTo(precision.type());
            StateLoading.load(network, vectors, LoadRules.strict().under(WEIGHTS));
            ParityRun run = new ParityRun(vectors, precision.type(), network);
            run.evaluate();
            run.train();
            run.refuseUnknown();
            return new ParityReport(description.model(), precision, List.copyOf(run.differences.values()));
        }
    }

    private void evaluate() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor images = images();
            Words words = network.read(tokens());
            compare("text_features", words::rows);
            List<Tensor> stages = network.stages(images, words);
            for (int i = 0; i < stages.size(); i++) {
                Tensor stage = stages.get(i);
                compare("stage" + (i + 1), () -> channelsFirst(stage));
            }
            compare(
                    "logits",
                    () -> channelsFirst(FusedNetwork.resized(network.decode(stages), images.size(1), images.size(2))));
        }
    }

    private void train() {
        if (open.stream().noneMatch(name -> name.startsWith("train_") || name.startsWith(GRADIENT))) {
            return;
        }
        network.setTraining(true);
        try (NativeScope scope = NativeScope.open()) {
            Tensor logits = network.forward(images(), tokens());
            compare("train_logits", () -> channelsFirst(logits.detach()));
            if (open.stream().anyMatch(name -> name.equals("train_loss") || name.startsWith(GRADIENT))) {
                Tensor loss = loss(logits);
                compare("train_loss", () -> loss.detach().reshape(1));
                loss.backward();
            }
            network.namedParameters().forEach((name, parameter) -> compare(GRADIENT + name, () -> gradient(parameter)));
        }
    }

    private Tensor loss(Tensor logits) {
        Tensor weights = Tensors.zeros(type, 2);
        weights.select(0, 0).fill_(new Scalar(BACKGROUND_WEIGHT));
        weights.select(0, 1).fill_(new Scalar(TARGET_WEIGHT));
        return torch.cross_entropy_loss(
                logits.reshape(-1, 2),
                input("target").to(ScalarType.Long).reshape(-1),
                new TensorOptional(weights),
                MEAN,
                NEVER_IGNORED,
                0.0);
    }

    private static Tensor gradient(Tensor parameter) {
        return parameter.grad().defined() ? parameter.grad() : torch.zeros_like(parameter.detach());
    }

    private static Tensor channelsFirst(Tensor map) {
        return map.permute(0, 3, 1, 2);
    }

    private Tensor images() {
        Tensor image = input("image");
        if (image.dim() != 4 || image.size(1) != 3) {
            throw new WeightsException("%s: input.image is %s, expected (B, 3, H, W). Write the vectors again."
                    .formatted(vectors.path(), Arrays.toString(Tensors.shape(image))));
        }
        return image.to(type).permute(0, 2, 3, 1).contiguous();
    }

    private TokenBatch tokens() {
        return new TokenBatch(
                input("token_ids").to(ScalarType.Long), input("attention_mask").to(ScalarType.Bool));
    }

    private Tensor input(String name) {
        return vectors.read(INPUT + name);
    }

    private void compare(String name, Supplier<Tensor> result) {
        if (!open.remove(name)) {
            return;
        }
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor expected = vectors.read(EXPECT + name).to(ScalarType.Double);
            Tensor got = result.get().to(ScalarType.Double);
            if (!Arrays.equals(Tensors.shape(expected), Tensors.shape(got))) {
                throw new WeightsException("%s: expect.%s is %s, but the network gives %s. Write the vectors again."
                        .formatted(
                                vectors.path(),
                                name,
                                Arrays.toString(Tensors.shape(expected)),
                                Arrays.toString(Tensors.shape(got))));
            }
            double absolute = finite(got.sub(expected).abs().max().item_double());
            double magnitude = expected.abs().max().item_double();
            differences.put(
                    name, new ParityReport.Difference(name, absolute, absolute / Math.max(magnitude, LEAST_MAGNITUDE)));
        }
    }

    private static double finite(double difference) {
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    private void refuseUnknown() {
        if (!open.isEmpty()) {
            List<String> names = new ArrayList<>();
            open.forEach(name -> names.add(EXPECT + name));
            throw new WeightsException("%s: nothing of the network is called %s. The vectors belong to another network."
                    .formatted(vectors.path(), String.join(", ", names)));
        }
    }
}
