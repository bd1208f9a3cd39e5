package org.crobim.train.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.referring.MaskPrediction;
import org.crobim.model.referring.ReferringNetwork;
import org.crobim.model.tensor.Autocast;
import org.crobim.model.tensor.Engine;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Precision;
import org.crobim.model.tensor.Tensors;
import org.crobim.train.config.LossChoice;
import org.crobim.train.loss.LossTargets;
import org.crobim.train.loss.SegmentationLoss;
import org.crobim.train.optim.AdamW;
import org.crobim.train.optim.FlatBuffer;
import org.crobim.train.optim.ParameterGroups;
import org.crobim.train.optim.ParameterLayout;

/** What a trainer does in one step: forward, loss, backward, AdamW. */
final class TrainingStep implements AutoCloseable {
    private static final double LEARNING_RATE = 1e-5;
    private static final AdamW.Settings SETTINGS = new AdamW.Settings(0.9, 0.999, 0.01);

    private final Specimen specimen;
    private final int batch;
    private final FlatBuffer weights;
    private final FlatBuffer gradients;
    private final AdamW optimizer;
    private List<Long> logits = List.of();
    private final SegmentationLoss loss = new SegmentationLoss(LossChoice.defaults(), new float[0]);

    /**
     * @param specimen not owned; its parameters lie in buffers of this object until it is closed
     * @param batch images, each with one question
     */
    TrainingStep(Specimen specimen, int batch) {
        this.specimen = specimen;
        this.batch = batch;
        ReferringNetwork network = specimen.model().network();
        Map<String, Tensor> parameters = network.namedParameters();
        ParameterLayout layout = ParameterLayout.of(parameters, new ParameterGroups(Map.of()));
        Device device = Engine.device("cpu");
        weights = new FlatBuffer(layout, device);
        weights.becomeValuesOf(parameters);
        gradients = new FlatBuffer(layout, device);
        gradients.becomeGradientsOf(parameters);
        optimizer = new AdamW(weights, gradients, SETTINGS);
        network.setTraining(true);
    }

    void run(Precision precision) {
        gradients.clear();
        try (NativeScope scope = NativeScope.open()) {
            MaskPrediction prediction = forward(precision);
            logits = Arrays.stream(Tensors.shape(prediction.logits())).boxed().toList();
            loss.of(prediction, Optional.empty(), targets()).total().backward();
        }
        optimizer.step(LEARNING_RATE);
    }

    /** Shape of the last answer (Q, h, w, 2); empty before the first step. */
    List<Long> logits() {
        return logits;
    }

    private MaskPrediction forward(Precision precision) {
        ReferringNetwork network = specimen.model().network();
        Tensor images = specimen.images(batch);
        try (Autocast mixed = Autocast.of(precision, DeviceType.CPU)) {
            int[] imageOf = IntStream.range(0, batch).toArray();
            return network.locate(network.encode(images), specimen.sentences(batch), imageOf);
        }
    }

    private LossTargets targets() {
        long side = specimen.model().configuration().inputSide();
        Tensor masks = Tensors.zeros(ScalarType.Byte, batch, side, side);
        masks.narrow(1, 0, side / 2).narrow(2, 0, side / 2).fill_(new Scalar(1));
        return new LossTargets(masks, Tensors.full(1, batch), masks, false);
    }

    @Override
    public void close() {
        specimen.model().network().setTraining(false);
        optimizer.close();
        gradients.close();
        weights.close();
    }
}
