package org.crobim.model.lgce;

import java.util.Map;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.nn.Initializer;
import org.crobim.model.referring.NetworkConfiguration;

/**
 * The whole shape of an LGCE-style network, our reconstruction: that of the LAVT which it enhances.
 *
 * @param shape of everything; the enhancement takes its sizes from the stages
 */
public record LgceConfiguration(LavtConfiguration shape) implements NetworkConfiguration {
    /** What weights files call this network. */
    public static final String NETWORK = "lgce";

    /**
     * A preset with the sizes of LAVT's.
     *
     * @param name lgce-nano, lgce-tiny, lgce-small, lgce-base or lgce-large
     * @throws ConfigurationException if there is none of that name
     */
    public static LgceConfiguration preset(String name) {
        if (!name.matches("lgce-(nano|tiny|small|base|large)")) {
            throw new ConfigurationException(
                    "preset \"%s\" is unknown, expected lgce-nano, lgce-tiny, lgce-small, lgce-base or lgce-large"
                            .formatted(name));
        }
        LavtConfiguration lavt = LavtConfiguration.preset(LavtConfiguration.NETWORK + name.substring(NETWORK.length()));
        return new LgceConfiguration(lavt.with(Map.of("preset", name)));
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @param where names the text in messages
     * @throws ConfigurationException if the text is anything else
     */
    public static LgceConfiguration ofJson(String json, String where) {
        return new LgceConfiguration(LavtConfiguration.ofJson(json, where));
    }

    @Override
    public String network() {
        return NETWORK;
    }

    @Override
    public String preset() {
        return shape.preset();
    }

    @Override
    public int inputSide() {
        return shape.inputSide();
    }

    @Override
    public int maximumTokens() {
        return shape.maximumTokens();
    }

    @Override
    public int usualVocabularySize() {
        return shape.usualVocabularySize();
    }

    @Override
    public String json() {
        return shape.json();
    }

    @Override
    public LgceConfiguration with(Map<String, Object> overrides) {
        return new LgceConfiguration(shape.with(overrides));
    }

    @Override
    public Lgce create(int vocabularySize, Initializer init) {
        return Lgce.create(shape, vocabularySize, init);
    }
}
