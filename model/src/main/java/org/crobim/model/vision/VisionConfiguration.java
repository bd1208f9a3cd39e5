package org.crobim.model.vision;

import java.util.List;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.nn.Initializer;

/**
 * Shape of an image encoder.
 *
 * @param backbone family
 * @param channels of the four stages; a Swin Transformer doubles them from stage to stage
 * @param depths blocks of the four stages
 * @param heads attention heads of the four stages; Swin only, empty for ConvNeXt
 * @param window side of an attention window in tokens; Swin only, 0 for ConvNeXt
 * @param layerScale first value of ConvNeXt's layer scale; 0 for Swin
 */
public record VisionConfiguration(
        Backbone backbone,
        List<Integer> channels,
        List<Integer> depths,
        List<Integer> heads,
        int window,
        double layerScale) {
    /** Family of the image encoder. */
    public enum Backbone {
        /** Convolutions only. */
        CONVNEXT,
        /** Attention in shifted windows. */
        SWIN
    }

    /** Checks the numbers of stages and that heads divide channels. */
    public VisionConfiguration {
        channels = List.copyOf(channels);
        depths = List.copyOf(depths);
        heads = List.copyOf(heads);
        requireFour("channels", channels);
        requireFour("depths", depths);
        if (backbone == Backbone.SWIN) {
            checkSwin(channels, heads, window);
        }
    }

    /** A ConvNeXt whose layer scale starts at 0.1, as suits training from scratch. */
    public static VisionConfiguration convNeXt(List<Integer> channels, List<Integer> depths) {
        return new VisionConfiguration(Backbone.CONVNEXT, channels, depths, List.of(), 0, 0.1);
    }

    /** A Swin Transformer. */
    public static VisionConfiguration swin(int embedding, List<Integer> depths, List<Integer> heads, int window) {
        List<Integer> channels = List.of(embedding, 2 * embedding, 4 * embedding, 8 * embedding);
        return new VisionConfiguration(Backbone.SWIN, channels, depths, heads, window, 0);
    }

    /** Builds the encoder with fresh weights. */
    public ImageEncoder create(Initializer init) {
        return switch (backbone) {
            case CONVNEXT -> new ConvNeXt(channels, depths, layerScale, init);
            case SWIN -> new SwinTransformer(channels, depths, heads, window, init);
        };
    }

    private static void requireFour(String name, List<Integer> values) {
        if (values.size() != 4 || values.stream().anyMatch(value -> value < 1)) {
            throw new ConfigurationException(
                    "vision.%s is %s, expected four numbers of at least 1".formatted(name, values));
        }
    }

    private static void checkSwin(List<Integer> channels, List<Integer> heads, int window) {
        requireFour("heads", heads);
        if (window < 1) {
            throw new ConfigurationException("vision.window is %d, expected at least 1".formatted(window));
        }
        for (int i = 0; i < 4; i++) {
            if (channels.get(i) != channels.get(0) << i || channels.get(i) % heads.get(i) != 0) {
                throw new ConfigurationException(
                        "vision.channels is %s with heads %s, expected doubling channels that the heads divide"
                                .formatted(channels, heads));
            }
        }
    }
}
