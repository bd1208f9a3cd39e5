package org.crobim.predict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.error.WeightsException;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.model.referring.ImageEncoding;
import org.crobim.model.referring.MaskPrediction;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.tensor.Autocast;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.Encoding;
import org.crobim.model.text.TokenBatch;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.SafetensorsFile;
import org.crobim.model.weights.StorageType;
import org.crobim.model.zoo.Networks;
import org.crobim.predict.EncodedImage.ImageSize;

/**
 * Points out in an image what a sentence names.
 *
 * <p>An image is encoded once, each further sentence costs the language side only, except for networks that fuse words
 * into the image encoder: see {@link org.crobim.model.referring.ReferringNetwork#encodesImageOnce}. Safe for use by several threads.
 * Answers do not depend on what was asked before; in a list they may differ in the last bits from answers asked one by one.
 */
public final class Segmenter implements AutoCloseable {
    /** Bounds the memory of a long list; larger batches are no faster. Each is a whole pass where words are fused early. */
    private static final int QUESTIONS_AT_ONCE = 8;

    private final ReferringModel model;
    private final boolean ownsModel;
    private final SegmenterOptions options;
    private final Device device;
    private final UseGuard guard = new UseGuard("the segmenter");

    private Segmenter(ReferringModel model, boolean ownsModel, SegmenterOptions options) {
        this.model = model;
        this.ownsModel = ownsModel;
        this.options = options;
        this.device = Engine.device(options.device());
    }

    /**
     * Loads weights; the result owns the network.
     *
     * @throws WeightsException if the file is missing, damaged or does not fit
     * @throws ConfigurationException if the device is not there
     */
    public static Segmenter load(Path weights, SegmenterOptions options) {
        Device device = Engine.device(options.device());
        ReferringModel model = Networks.load(weights);
        model.network().moveTo(device);
        return new Segmenter(model, true, options);
    }

    /**
     * Uses a network that stays the caller's: it must be on the device of the options, and live longer.
     *
     * @throws ConfigurationException if the device is not there
     */
    public static Segmenter around(ReferringModel model, SegmenterOptions options) {
        return new Segmenter(model, false, options);
    }

    /** The network with its vocabulary and threshold; owned by this segmenter or by who gave it. */
    public ReferringModel model() {
        return guard.use(() -> model);
    }

    /** How this calculates. */
    public SegmenterOptions options() {
        return options;
    }

    /**
     * What may make the answer to an expression worse than its sentence deserves; costs next to nothing.
     *
     * @return full sentences, empty in the usual case
     * @throws UsageException if the expression is blank
     */
    public List<String> warnings(String expression) {
        return guard.use(() -> warnings(encode(expression)));
    }

    /**
     * Encodes an image for any number of questions.
     *
     * @return owner of native memory; close it before this segmenter
     * @throws IllegalStateException if this is closed, or the network is in training mode
     */
    public EncodedImage encode(RgbImage image) {
        return guard.use(() -> compute("encoding an image", () -> {
            long start = System.nanoTime();
            Tensor images = model.images(List.of(image)).to(device, ScalarType.Float);
            ImageEncoding features = model.network().encode(images).keep();
            ImageSize size = new ImageSize(image.width(), image.height());
            return new EncodedImage(this, features, size, millisecondsSince(start));
        }));
    }

    /**
     * Writes what was encoded of an image; {@link #restore} reads it.
     *
     * @return whether something was written: not where the network does its work with the words
     * @throws OutputException if the file cannot be written
     */
    public boolean store(EncodedImage image, Path file) {
        return image.use(
                this,
                features -> Engine.call("storing an encoded image", () -> {
                    Map<String, Tensor> tensors = features.named();
                    if (!tensors.isEmpty()) {
                        Safetensors.write(file, tensors, Map.of(), StorageType.AS_IS, true);
                    }
                    return !tensors.isEmpty();
                }));
    }

    /**
     * Reads what {@link #store} wrote, instead of encoding the image again.
     *
     * @param width of the image, pixels
     * @param height of the image, pixels
     * @return owner of native memory; answers bit for bit like the image encoded anew
     * @throws WeightsException if the file is missing, damaged or of another network
     */
    public EncodedImage restore(Path file, int width, int height) {
        return guard.use(() -> compute("reading an encoded image", () -> {
            long start = System.nanoTime();
            Map<String, Tensor> tensors = new HashMap<>();
            try (SafetensorsFile stored = Safetensors.open(file)) {
                for (String name : stored.names()) {
                    tensors.put(name, stored.read(name).to(device, stored.type(name)));
                }
            }
            ImageEncoding features = model.network().restore(tensors).keep();
            return new EncodedImage(this, features, new ImageSize(width, height), millisecondsSince(start));
        }));
    }

    /**
     * Answers one expression.
     *
     * @throws UsageException if the expression is blank
     * @throws IllegalStateException if this or the image is closed
     */
    public Segmentation segment(EncodedImage image, String expression) {
        return segment(image, List.of(expression)).get(0);
    }

    /**
     * Answers expressions, several in one pass.
     *
     * @return one answer an expression, in their order; the time of a pass is shared out evenly
     * @throws UsageException if an expression is blank
     * @throws IllegalStateException if this or the image is closed
     */
    public List<Segmentation> segment(EncodedImage image, List<String> expressions) {
        return guard.use(() -> inBatches(expressions, batch -> answer(image, batch)));
    }

    /**
     * What {@link #segment} draws its masks from, for those who need another size than the image's. Any text is allowed,
     * the empty one too.
     *
     * @return one a sentence, in their order
     * @throws IllegalStateException if this or the image is closed
     */
    public List<TargetLogits> locate(EncodedImage image, List<String> sentences) {
        return guard.use(() -> inBatches(
                sentences,
                batch -> locateAll(
                        image, batch.stream().map(model.tokenizer()::encode).toList())));
    }

    private <T> List<T> inBatches(List<String> sentences, Function<List<String>, List<T>> work) {
        int atOnce = model.network().encodesImageOnce() ? QUESTIONS_AT_ONCE : 1;
        List<T> results = new ArrayList<>(sentences.size());
        for (int from = 0; from < sentences.size(); from += atOnce) {
            int to = Math.min(from + atOnce, sentences.size());
            results.addAll(work.apply(sentences.subList(from, to)));
        }
        return Collections.unmodifiableList(results);
    }

    private List<Segmentation> answer(EncodedImage image, List<String> expressions) {
        long start = System.nanoTime();
        List<Encoding> sentences = expressions.stream().map(this::encode).toList();
        List<TargetLogits> located = locateAll(image, sentences);
        List<Mask> masks = located.stream()
                .map(target -> target.grid().winner(image.width(), image.height()))
                .toList();
        double each = millisecondsSince(start) / expressions.size();
        List<Segmentation> answers = new ArrayList<>(expressions.size());
        for (int question = 0; question < expressions.size(); question++) {
            double presence = located.get(question).presence();
            boolean present = presence >= model.presenceThreshold();
            Mask mask = masks.get(question);
            answers.add(new Segmentation(
                    expressions.get(question),
                    present,
                    presence,
                    present ? mask : Mask.empty(mask.width(), mask.height()),
                    mask,
                    each,
                    warnings(sentences.get(question))));
        }
        return answers;
    }

    private List<TargetLogits> locateAll(EncodedImage image, List<Encoding> sentences) {
        return image.use(
                this,
                features -> compute("answering an expression", () -> {
                    TokenBatch tokens = TokenBatch.of(sentences).to(device);
                    MaskPrediction prediction = model.network().locate(features, tokens, new int[sentences.size()]);
                    Tensor logits = prediction.logits();
                    int height = Math.toIntExact(logits.size(1));
                    int width = Math.toIntExact(logits.size(2));
                    float[] values = Tensors.toFloats(logits);
                    double[] presence = Tensors.toDoubles(prediction.presenceScore());
                    List<TargetLogits> located = new ArrayList<>(presence.length);
                    for (int question = 0; question < presence.length; question++) {
                        LogitGrid grid = new LogitGrid(width, height, margins(values, question, width * height));
                        located.add(new TargetLogits(grid, presence[question]));
                    }
                    return located;
                }));
    }

    private static float[] margins(float[] logits, int question, int pixels) {
        float[] margins = new float[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            int background = 2 * (question * pixels + pixel);
            margins[pixel] = logits[background + 1] - logits[background];
        }
        return margins;
    }

    private Encoding encode(String expression) {
        if (expression.isBlank()) {
            throw new UsageException("the expression is empty. Say what to look for, such as \"the largest ship\".");
        }
        return model.tokenizer().encode(expression);
    }

    private List<String> warnings(Encoding sentence) {
        List<String> warnings = new ArrayList<>();
        if (!sentence.unknownWords().isEmpty()) {
            warnings.add(
                    "the vocabulary of these weights does not hold: " + String.join(", ", sentence.unknownWords()));
        }
        if (sentence.cut()) {
            warnings.add("the sentence is longer than the %d word pieces that the network reads; its end was dropped"
                    .formatted(model.tokenizer().maximumLength()));
        }
        return warnings;
    }

    /** Native work: without gradients, in the wanted precision, all temporary tensors released at its end. */
    private <T> T compute(String doing, Callable<T> work) {
        if (model.network().isTraining()) {
            throw new IllegalStateException(
                    doing + ": the network is in training mode, where dropout falsifies answers; switch it off");
        }
        return Engine.call(doing, () -> {
            if (options.threads() != SegmenterOptions.ALL_THREADS) {
                Engine.setThreads(options.threads());
            }
            DeviceType type = device.is_cuda() ? DeviceType.CUDA : DeviceType.CPU;
            try (NativeScope scope = NativeScope.withoutGradients();
                    Autocast autocast = Autocast.of(options.precision(), type)) {
                return work.call();
            }
        });
    }

    private static double millisecondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e6;
    }

    /** Releases the network when no work is running, unless it is the caller's; a second call does nothing. */
    @Override
    public void close() {
        guard.close(() -> {
            if (ownsModel) {
                model.close();
            }
        });
    }
}
