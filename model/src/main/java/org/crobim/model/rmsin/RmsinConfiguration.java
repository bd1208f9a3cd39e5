package org.crobim.model.rmsin;

import java.util.List;
import java.util.Map;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.lavt.LavtConfiguration.Noise;
import org.crobim.model.lavt.LavtConfiguration.TextShape;
import org.crobim.model.nn.Initializer;
import org.crobim.model.referring.JsonConfiguration;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.vision.VisionConfiguration;

/**
 * The whole shape of an RMSIN network, that of LAVT and two figures more; stored as JSON in every weights file.
 *
 * @param preset name of the preset it departs from
 * @param vision a Swin Transformer; 4 divides its channels
 * @param fusionHeads heads of the pixel-word attention of the four stages
 * @param text text encoder
 * @param noise what training leaves out at random in the encoders
 * @param routingDropout share of channels that the routing of the decoder's kernels goes without in training, [0, 1)
 * @param gridSide cells a side of the grid on which the stages meet; part of the weights, 15 in the published network.
 *     Customarily the input side over 32, but any size of image runs on any grid
 * @param inputSide pixels; images are resized to a square of this side
 */
public record RmsinConfiguration(
        String preset,
        VisionConfiguration vision,
        List<Integer> fusionHeads,
        TextShape text,
        Noise noise,
        double routingDropout,
        int gridSide,
        int inputSide)
        implements NetworkConfiguration {
    /** What weights files call this network. */
    public static final String NETWORK = "rmsin";

    private static final JsonConfiguration<RmsinConfiguration> JSON = new JsonConfiguration<>(RmsinConfiguration.class);
    private static final String NANO = "rmsin-nano";
    private static final VisionConfiguration NANO_VISION =
            VisionConfiguration.swin(24, List.of(2, 2, 4, 2), List.of(1, 2, 4, 8), 8);

    private static final List<String> PRESETS = List.of(NANO, "rmsin-tiny", "rmsin-small", "rmsin-base", "rmsin-large");
    private static final double PUBLISHED_ROUTING_DROPOUT = 0.2;
    private static final int COARSEST_STRIDE = 32;

    /** Checks every range. */
    public RmsinConfiguration {
        new LavtConfiguration(preset, vision, fusionHeads, text, noise, inputSide);
        fusionHeads = List.copyOf(fusionHeads);
        require(
                vision.channels().get(0) % 4 == 0,
                "vision.channels is %s, expected numbers that 4 divides: a quarter of them is left on the grid",
                vision.channels());
        require(
                routingDropout >= 0 && routingDropout < 1,
                "routingDropout is %s, expected a share in [0, 1)",
                routingDropout);
        require(gridSide >= 1 && gridSide <= 64, "gridSide is %d, expected 1..64", gridSide);
    }

    /**
     * A preset: rmsin-base is that of the paper; the others have the sizes of LAVT's presets, but rmsin-nano spares in the
     * image encoder what the interactions cost, so that it is as large as CroBIM's nano.
     *
     * @param name rmsin-nano, rmsin-tiny, rmsin-small, rmsin-base or rmsin-large
     * @throws ConfigurationException if there is none of that name
     */
    public static RmsinConfiguration preset(String name) {
        require(PRESETS.contains(name), "preset \"%s\" is unknown, expected %s", name, String.join(", ", PRESETS));
        LavtConfiguration lavt = LavtConfiguration.preset(LavtConfiguration.NETWORK + name.substring(NETWORK.length()));
        int gridSide = (lavt.inputSide() + COARSEST_STRIDE - 1) / COARSEST_STRIDE;
        return new RmsinConfiguration(
                name,
                name.equals(NANO) ? NANO_VISION : lavt.vision(),
                lavt.fusionHeads(),
                lavt.text(),
                lavt.noise(),
                PUBLISHED_ROUTING_DROPOUT,
                gridSide,
                lavt.inputSide());
    }

    /**
     * RMSIN of the shape of a LAVT.
     *
     * @param lavt all that the two share
     * @param routingDropout as the component
     * @param gridSide as the component
     */
    public static RmsinConfiguration of(LavtConfiguration lavt, double routingDropout, int gridSide) {
        return new RmsinConfiguration(
                lavt.preset(),
                lavt.vision(),
                lavt.fusionHeads(),
                lavt.text(),
                lavt.noise(),
                routingDropout,
                gridSide,
                lavt.inputSide());
    }

    /** What it shares with LAVT. */
    public LavtConfiguration shared() {
        return new LavtConfiguration(preset, vision, fusionHeads, text, noise, inputSide);
    }

    /**
     * The same configuration with some values replaced.
     *
     * @param overrides by component name; a map for a component that is a record
     * @throws ConfigurationException on an unknown name, a wrong type or a value out of range
     */
    @Override
    public RmsinConfiguration with(Map<String, Object> overrides) {
        return JSON.replace(this, overrides);
    }

    /** The same network from which training leaves nothing out: for parity, where every pass must give the same. */
    public RmsinConfiguration withoutNoise() {
        return of(shared().with(Noise.NONE), 0, gridSide);
    }

    @Override
    public String network() {
        return NETWORK;
    }

    @Override
    public int maximumTokens() {
        return text.maximumTokens();
    }

    @Override
    public int usualVocabularySize() {
        return shared().usualVocabularySize();
    }

    @Override
    public Rmsin create(int vocabularySize, Initializer init) {
        return Rmsin.create(this, vocabularySize, init);
    }

    /** The configuration as one line of JSON. */
    @Override
    public String json() {
        return JSON.write(this);
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @param where names the text in messages
     * @throws ConfigurationException if the text is anything else
     */
    public static RmsinConfiguration ofJson(String json, String where) {
        return JSON.read(json, where);
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new ConfigurationException(message.formatted(values));
        }
    }
}
