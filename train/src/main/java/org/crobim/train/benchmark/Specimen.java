package org.crobim.train.benchmark;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.crobim.model.referring.ImageEncoding;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.referring.ReferringNetwork;
import org.crobim.model.tensor.Autocast;
import org.crobim.model.tensor.FlopCounter;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Precision;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.Encoding;
import org.crobim.model.text.TokenBatch;
import org.crobim.model.text.Vocabulary;

/** A network with random weights, and inputs of its size without meaning: speed does not depend on either. */
final class Specimen implements AutoCloseable {
    private static final long SEED = 1;
    /** A long sentence about an aerial image. */
    private static final int TOKENS = 30;

    private final ReferringModel model;
    private final RandomStream random = new RandomStream(SEED);

    /** With a vocabulary of the size that the shape is meant for. */
    Specimen(NetworkConfiguration configuration) {
        this(configuration, Vocabulary.placeholder(configuration.usualVocabularySize()));
    }

    Specimen(NetworkConfiguration configuration, Vocabulary vocabulary) {
        model = ReferringModel.create(configuration, vocabulary, SEED);
    }

    ReferringModel model() {
        return model;
    }

    /** Trainable values of the text encoder, {@code text.*} or {@code text_encoder.*}. */
    long textParameters() {
        return model.network().namedParameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith("text"))
                .mapToLong(parameter -> parameter.getValue().numel())
                .sum();
    }

    int tokens() {
        return Math.min(TOKENS, model.configuration().maximumTokens());
    }

    /** Noise in the place of images (count, S, S, 3), owned by the innermost scope. */
    Tensor images(int count) {
        long side = model.configuration().inputSide();
        return random.fillNormal(Tensors.zeros(count, side, side, 3), 0, 1);
    }

    /** Sentences of one length, owned by the innermost scope. */
    TokenBatch sentences(int count) {
        int[] ids = IntStream.rangeClosed(1, tokens()).toArray();
        return TokenBatch.of(IntStream.range(0, count)
                .mapToObj(q -> new Encoding(ids, false, List.of()))
                .toList());
    }

    /** Counts the operations of a first and of a further answer. */
    OperationCount count(int trainBatch) {
        ReferringNetwork network = model.network();
        try (NativeScope scope = NativeScope.withoutGradients();
                FlopCounter counter = FlopCounter.start()) {
            ImageEncoding encoded = network.encode(images(1));
            long encoding = counter.flops();
            network.locate(encoded, sentences(1), new int[1]);
            return new OperationCount(counter.flops(), counter.flops() - encoding, trainBatch);
        }
    }

    /** One image, one sentence. */
    void answerFirst(Precision precision) {
        try (NativeScope scope = NativeScope.withoutGradients();
                Autocast autocast = Autocast.of(precision, DeviceType.CPU)) {
            answer(encode());
        }
    }

    /** Encodes an image and keeps it; the caller releases it. */
    ImageEncoding keptImage(Precision precision) {
        try (NativeScope scope = NativeScope.withoutGradients();
                Autocast autocast = Autocast.of(precision, DeviceType.CPU)) {
            return encode().keep();
        }
    }

    /** A further sentence about an image. */
    void answerFurther(ImageEncoding image, Precision precision) {
        try (NativeScope scope = NativeScope.withoutGradients();
                Autocast autocast = Autocast.of(precision, DeviceType.CPU)) {
            answer(image);
        }
    }

    private ImageEncoding encode() {
        return model.network().encode(images(1));
    }

    private void answer(ImageEncoding image) {
        Tensors.toFloats(model.network().locate(image, sentences(1), new int[1]).logits());
    }

    @Override
    public void close() {
        model.close();
        random.close();
    }
}
