package org.crobim.train.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.image.RgbImage;
import org.crobim.model.crobim.CroBim;
import org.crobim.model.crobim.CroBimModel;
import org.crobim.model.crobim.EncodedImages;
import org.crobim.model.crobim.MaskPrediction;
import org.crobim.model.tensor.Autocast;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Precision;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.Encoding;
import org.crobim.model.text.TokenBatch;
import org.crobim.predict.LogitGrid;

/**
 * CroBIM as it is judged: the image encoded once, sentences in batches, no gradients, no dropout.
 *
 * <p>The model stays the caller's, who closes it.
 */
public final class CroBimPredictor implements ReferringPredictor {
    private final CroBimModel model;
    private final Options options;
    private final Device device;

    /**
     * How the network runs.
     *
     * @param device "cpu", "cuda" or "cuda:N"
     * @param precision of matrix products and convolutions
     * @param sentencesPerBatch sentences of one forward pass, at least 1
     */
    public record Options(String device, Precision precision, int sentencesPerBatch) {
        /** Single precision on the CPU, as many sentences at once as an image usually has. */
        public static final Options ON_CPU = new Options("cpu", Precision.FP32, 16);

        /** Checks the batch. */
        public Options {
            if (sentencesPerBatch < 1) {
                throw new IllegalArgumentException("A batch needs at least one sentence, got " + sentencesPerBatch);
            }
        }
    }

    /**
     * Moves the network to the device.
     *
     * @param model borrowed
     */
    public CroBimPredictor(CroBimModel model, Options options) {
        this.model = model;
        this.options = options;
        this.device = Engine.device(options.device());
        model.network().moveTo(device);
    }

    @Override
    public int inputSidePixels() {
        return model.configuration().inputSide();
    }

    @Override
    public double presenceThreshold() {
        return model.presenceThreshold();
    }

    @Override
    public List<TargetPrediction> predict(RgbImage image, List<String> sentences) {
        CroBim network = model.network();
        boolean training = network.isTraining();
        network.setTraining(false);
        try {
            return Engine.call("evaluating an image", () -> predictWithoutDropout(image, sentences));
        } finally {
            network.setTraining(training);
        }
    }

    private List<TargetPrediction> predictWithoutDropout(RgbImage image, List<String> sentences) {
        List<TargetPrediction> predictions = new ArrayList<>();
        try (NativeScope scope = NativeScope.withoutGradients();
                Autocast cast = Autocast.of(options.precision(), device.type())) {
            Tensor pixels = model.images(List.of(image)).to(device, ScalarType.Float);
            EncodedImages encoded = model.network().encode(pixels);
            for (int from = 0; from < sentences.size(); from += options.sentencesPerBatch()) {
                int to = Math.min(from + options.sentencesPerBatch(), sentences.size());
                predictions.addAll(locate(encoded, sentences.subList(from, to), image));
            }
        }
        return predictions;
    }

    private List<TargetPrediction> locate(EncodedImages encoded, List<String> sentences, RgbImage image) {
        List<Encoding> encodings =
                sentences.stream().map(model.tokenizer()::encode).toList();
        try (NativeScope scope = NativeScope.withoutGradients()) {
            TokenBatch tokens = TokenBatch.of(encodings).to(device);
            return read(model.network().locate(encoded, tokens, new int[sentences.size()]), image);
        }
    }

    private List<TargetPrediction> read(MaskPrediction answer, RgbImage image) {
        Tensor logits = answer.logits();
        int height = Math.toIntExact(logits.size(1));
        int width = Math.toIntExact(logits.size(2));
        float[] margins = Tensors.toFloats(logits.select(3, 1).sub(logits.select(3, 0)));
        float[] presence = Tensors.toFloats(answer.presence().sigmoid());
        int side = inputSidePixels();
        List<TargetPrediction> predictions = new ArrayList<>();
        for (int i = 0; i < presence.length; i++) {
            int from = i * height * width;
            LogitGrid grid = new LogitGrid(width, height, Arrays.copyOfRange(margins, from, from + height * width));
            predictions.add(new TargetPrediction(
                    grid.winner(image.width(), image.height()), grid.winner(side, side), presence[i]));
        }
        return predictions;
    }
}
