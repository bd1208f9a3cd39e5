package org.crobim.train.loop;

import java.util.Optional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.referring.ImageEncoding;
import org.crobim.model.referring.MaskPrediction;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.referring.ReferringNetwork;
import org.crobim.model.tensor.Autocast;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Precision;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.crobim.train.batch.TrainingBatch;
import org.crobim.train.config.Objective;
import org.crobim.train.loss.LossFigures;
import org.crobim.train.loss.LossTargets;
import org.crobim.train.loss.PassLoss;
import org.crobim.train.loss.SegmentationLoss;
import org.crobim.train.optim.FlatBuffer;
import org.crobim.train.optim.ParameterLayout;

/** A network with gradients of its own that does a share of each step; one thread at a time. */
final class Replica implements AutoCloseable {
    private final ReferringModel model;
    private final FlatBuffer gradients;
    private final Means means;

    /**
     * How passes are computed.
     *
     * @param objective what is computed
     * @param loss of each pass
     * @param precision of the forward pass; the loss and the backward pass stay outside mixed precision
     * @param device where the network is
     */
    record Means(Objective objective, SegmentationLoss loss, Precision precision, Device device) {}

    /**
     * @param model not owned; its gradients are put into a buffer of this replica
     * @param layout of the owner of the weights
     */
    Replica(ReferringModel model, ParameterLayout layout, Means means) {
        this.model = model;
        this.means = means;
        gradients = new FlatBuffer(layout, means.device());
        gradients.becomeGradientsOf(model.network().namedParameters());
    }

    /** Sum of the gradients of all passes since they were cleared. */
    FlatBuffer gradients() {
        return gradients;
    }

    /** Switches dropout on or off. */
    void setTraining(boolean training) {
        model.network().setTraining(training);
    }

    /**
     * Forward and backward; gradients are added to {@link #gradients()}.
     *
     * @param dropoutSeed decides what dropout hides
     */
    LossFigures pass(TrainingBatch batch, long dropoutSeed) {
        try (NativeScope scope = NativeScope.open()) {
            model.reseedDropout(dropoutSeed);
            PassLoss loss = forward(batch);
            loss.total().backward();
            return loss.figures();
        }
    }

    private PassLoss forward(TrainingBatch batch) {
        Tensor images = model.images(batch.images()).to(means.device(), ScalarType.Float);
        return switch (means.objective()) {
            case REFERRING -> referring(images, batch);
            case CATEGORY -> category(images, batch);
        };
    }

    private PassLoss category(Tensor images, TrainingBatch batch) {
        Tensor categories;
        try (Autocast mixed = Autocast.of(means.precision(), means.device().type())) {
            categories = model.network()
                    .categoryLogits(images)
                    .orElseThrow(() -> new ConfigurationException(
                            "objective is category, but %s has no head for the class of every pixel; take objective referring"
                                    .formatted(model.configuration().preset())));
        }
        return means.loss().ofCategories(categories, targets(batch));
    }

    private PassLoss referring(Tensor images, TrainingBatch batch) {
        ReferringNetwork network = model.network();
        TokenBatch tokens = TokenBatch.of(batch.questions().sentences()).to(means.device());
        MaskPrediction prediction;
        Optional<Tensor> categories;
        try (Autocast mixed = Autocast.of(means.precision(), means.device().type())) {
            ImageEncoding encoded = network.encode(images);
            prediction = network.locate(encoded, tokens, batch.questions().imageOf());
            categories = network.categoryLogits(encoded);
        }
        return means.loss().of(prediction, categories, targets(batch));
    }

    private LossTargets targets(TrainingBatch batch) {
        long side = batch.side();
        TrainingBatch.Questions questions = batch.questions();
        float[] present = new float[questions.count()];
        for (int q = 0; q < present.length; q++) {
            present[q] = questions.present()[q] ? 1 : 0;
        }
        return new LossTargets(
                onDevice(questions.masks(), present.length, side, side),
                Tensors.floats(present, present.length).to(means.device(), ScalarType.Float),
                onDevice(batch.categories(), batch.images().size(), side, side),
                batch.categoriesKnown());
    }

    private Tensor onDevice(byte[] values, long... shape) {
        return Tensors.bytes(values, shape).to(means.device(), ScalarType.Byte);
    }

    @Override
    public void close() {
        gradients.close();
    }
}
