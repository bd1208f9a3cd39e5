package org.crobim.masks.promptable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.crobim.core.error.WeightsException;
import org.crobim.core.geometry.Box;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.mask.KnownPixels;
import org.crobim.data.mask.MaskQuality;
import org.crobim.data.mask.MaskSource;
import org.crobim.masks.promptable.OnnxNetwork.Values;
import org.jspecify.annotations.Nullable;

/**
 * Segment Anything in two ONNX files, prompted by the upright box of an object. A picture is encoded once for all objects that are
 * asked about in a row. Thread-safe; owns native memory until it is closed.
 */
public final class PromptableSegmenter implements MaskSource {
    private static final String EMBEDDINGS = "image_embeddings";
    private static final String MASKS = "masks";
    private static final String SCORES = "iou_predictions";
    private static final String MASK_INPUT = "mask_input";
    private static final Set<String> DECODER_INPUTS =
            Set.of(EMBEDDINGS, "point_coords", "point_labels", MASK_INPUT, "has_mask_input", "orig_im_size");

    /** Labels of the two corners of a box prompt. */
    private static final float TOP_LEFT = 2;

    private static final float BOTTOM_RIGHT = 3;
    private static final int DEFAULT_SIDE = 1024;
    private static final int DEFAULT_MASK_SIDE = 256;

    private final OnnxNetwork encoder;
    private final OnnxNetwork decoder;
    private final String encoderInput;
    private final int side;
    private final AtomicReference<@Nullable Encoded> last = new AtomicReference<>();

    private record Encoded(RgbImage image, Values embeddings) {}

    private PromptableSegmenter(OnnxNetwork encoder, OnnxNetwork decoder) {
        this.encoder = encoder;
        this.decoder = decoder;
        if (!Set.copyOf(decoder.inputNames()).equals(DECODER_INPUTS)) {
            throw decoder.misfit("has the inputs %s instead of %s".formatted(decoder.inputNames(), DECODER_INPUTS));
        }
        decoder.requireOutputs(MASKS, SCORES);
        if (encoder.inputNames().size() != 1) {
            throw encoder.misfit("has the inputs %s instead of one picture".formatted(encoder.inputNames()));
        }
        this.encoderInput = encoder.inputNames().get(0);
        long[] shape = encoder.inputShape(encoderInput);
        if (shape.length != 4 || shape[1] != 3) {
            throw encoder.misfit("takes a picture of %d sizes instead of (1, 3, side, side)".formatted(shape.length));
        }
        this.side = shape[3] > 0 ? (int) shape[3] : DEFAULT_SIDE;
    }

    /**
     * Loads both files.
     *
     * @param encoder (1, 3, side, side) to embeddings
     * @param decoder embeddings and points to {@code masks} and {@code iou_predictions}
     * @throws WeightsException if a file is missing or has other inputs and outputs
     */
    public static PromptableSegmenter load(Path encoder, Path decoder) {
        OnnxNetwork images = OnnxNetwork.load(encoder);
        try {
            OnnxNetwork prompts = OnnxNetwork.load(decoder);
            try {
                return new PromptableSegmenter(images, prompts);
            } catch (WeightsException e) {
                prompts.close();
                throw e;
            }
        } catch (WeightsException e) {
            images.close();
            throw e;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @return what is annotated where that is more than a box, otherwise the candidate that the network scores best; empty if it has a fault of {@link MaskQuality}
     */
    @Override
    public Optional<Mask> mask(RgbImage image, AnnotatedObject object) {
        if (KnownPixels.areIn(object.shape())) {
            return KnownPixels.mask(object.shape(), image.width(), image.height());
        }
        Box box = object.shape().box();
        PromptFrame frame = PromptFrame.of(image, side);
        Map<String, Values> outputs = decoder.run(prompts(encoded(image, frame), image, frame.points(box)));
        Values masks = outputs.getOrDefault(MASKS, new Values(new float[0]));
        Values scores = outputs.getOrDefault(SCORES, new Values(new float[0]));
        int pixels = image.width() * image.height();
        int count = scores.values().length;
        if (count == 0 || masks.values().length != count * pixels) {
            throw decoder.misfit("answers %d mask values for %d candidates of %d pixels"
                    .formatted(masks.values().length, count, pixels));
        }
        Mask mask = mask(image, masks.values(), best(scores.values()) * pixels);
        return MaskQuality.of(mask, box).faults().isEmpty() ? Optional.of(mask) : Optional.empty();
    }

    private Map<String, Values> prompts(Values embeddings, RgbImage image, Values points) {
        long[] maskShape = decoder.inputShape(MASK_INPUT);
        int maskSide = maskShape.length == 4 && maskShape[3] > 0 ? (int) maskShape[3] : DEFAULT_MASK_SIDE;
        Map<String, Values> inputs = new HashMap<>();
        inputs.put(EMBEDDINGS, embeddings);
        inputs.put("point_coords", points);
        inputs.put("point_labels", new Values(new float[] {TOP_LEFT, BOTTOM_RIGHT}, 1, 2));
        inputs.put(MASK_INPUT, new Values(new float[maskSide * maskSide], 1, 1, maskSide, maskSide));
        inputs.put("has_mask_input", new Values(new float[] {0}, 1));
        inputs.put("orig_im_size", new Values(new float[] {image.height(), image.width()}, 2));
        return inputs;
    }

    /** Two threads with two pictures only cost each other a second encoding. */
    private Values encoded(RgbImage image, PromptFrame frame) {
        Encoded known = last.get();
        if (known == null || known.image() != image) {
            Map<String, Values> outputs = encoder.run(Map.of(encoderInput, frame.pixels(image)));
            Values embeddings = outputs.get(encoder.firstOutput());
            if (embeddings == null) {
                throw encoder.misfit("answers no tensor");
            }
            known = new Encoded(image, embeddings);
            last.set(known);
        }
        return known.embeddings();
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    private static Mask mask(RgbImage image, float[] logits, int from) {
        byte[] pixels = new byte[image.width() * image.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (logits[from + i] > 0 ? 1 : 0);
        }
        return Mask.of(image.width(), image.height(), pixels);
    }

    @Override
    public void close() {
        encoder.close();
        decoder.close();
    }
}
