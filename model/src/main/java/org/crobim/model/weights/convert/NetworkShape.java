package org.crobim.model.weights.convert;

import java.util.Optional;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.text.TextEncoder;
import org.crobim.model.vision.VisionConfiguration;

/**
 * The shape of a network, read off a checkpoint.
 *
 * @param description for people
 * @param configuration of a whole referring network, empty for a part of one
 * @param layers builds the network
 */
record NetworkShape(String description, Optional<NetworkConfiguration> configuration, LayerBuilder layers) {
    /** Builds a network with first values. */
    @FunctionalInterface
    interface LayerBuilder {
        Layer create(Initializer init);
    }

    static NetworkShape of(VisionConfiguration vision) {
        return new NetworkShape(describe(vision), Optional.empty(), vision::create);
    }

    static NetworkShape of(TextEncoder.Config text) {
        return new NetworkShape(describe(text), Optional.empty(), init -> new TextEncoder(text, init));
    }

    static NetworkShape of(NetworkConfiguration network, VisionConfiguration vision, TextEncoder.Config text) {
        return new NetworkShape(
                "%s; %s".formatted(describe(vision), describe(text)),
                Optional.of(network),
                init -> network.create(text.vocabularySize(), init));
    }

    private static String describe(VisionConfiguration vision) {
        String family = vision.backbone() == VisionConfiguration.Backbone.SWIN
                ? "Swin Transformer, heads %s, window %d,".formatted(vision.heads(), vision.window())
                : "ConvNeXt,";
        return "%s channels %s, depths %s".formatted(family, vision.channels(), vision.depths());
    }

    private static String describe(TextEncoder.Config text) {
        return "BERT, %d layers, width %d, %d word pieces, %d positions"
                .formatted(text.layers(), text.width(), text.vocabularySize(), text.maximumLength());
    }
}
