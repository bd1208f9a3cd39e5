package org.crobim.model.referring;

import java.util.Map;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.nn.Initializer;

/** The whole shape of a network, and how it is built from it; stored as JSON in every weights file. */
public interface NetworkConfiguration {
    /** Word pieces of the vocabulary that BERT was published with. */
    int BERT_VOCABULARY = 30_522;

    /** The kind of network, in lower case: what a weights file calls it. */
    String network();

    /** Name of the preset that the shape departs from. */
    String preset();

    /** S, pixels; images are resized to a square of this side. */
    int inputSide();

    /** Longest sentence in word pieces; longer ones are cut. */
    int maximumTokens();

    /** Size of the vocabulary that the shape is meant for, where there is no other. */
    int usualVocabularySize();

    /** The configuration as one line of JSON. */
    String json();

    /**
     * The same configuration with some values replaced.
     *
     * @param overrides by component name; a map for a component that is a record
     * @throws ConfigurationException on an unknown name, a wrong type or a value out of range
     */
    NetworkConfiguration with(Map<String, Object> overrides);

    /** Values to replace for a network with an auxiliary head for the class of every pixel; none where it has no such. */
    default Map<String, Object> withCategoryHead(int width) {
        return Map.of();
    }

    /** Values to replace for a network with auxiliary heads on the language side; none where it has no such. */
    default Map<String, Object> withGuidance() {
        return Map.of();
    }

    /** The same network without what only training needs. */
    default NetworkConfiguration forInference() {
        return this;
    }

    /** Whether a parameter belongs to what only training needs. */
    default boolean isForTrainingOnly(String parameter) {
        return false;
    }

    /** A network with fresh weights; parts draw in a fixed order, so that a seed decides every weight. */
    ReferringNetwork create(int vocabularySize, Initializer init);

    /** Reads what {@link NetworkConfiguration#json()} wrote. */
    @FunctionalInterface
    interface Reader {
        /**
         * Reads a configuration.
         *
         * @param network kind of the network, as {@link NetworkConfiguration#network()} gave it
         * @param json the text
         * @throws ConfigurationException if there is no such network, or the text is no configuration of it
         */
        NetworkConfiguration read(String network, String json);
    }
}
