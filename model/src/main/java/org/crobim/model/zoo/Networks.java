package org.crobim.model.zoo;

import java.nio.file.Path;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.WeightsException;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.referring.ReferringModel;

/** The one place that knows every kind of network. */
public final class Networks {
    private Networks() {}

    /**
     * Reads a weights file, whichever network it holds.
     *
     * @throws WeightsException if the file is missing, damaged or not a weights file of this program
     */
    public static ReferringModel load(Path weights) {
        return ReferringModel.load(weights, Networks::configuration);
    }

    /**
     * A shape by name.
     *
     * @throws ConfigurationException if there is none of that name
     */
    public static NetworkConfiguration preset(String name) {
        return CroBimConfiguration.preset(name);
    }

    private static NetworkConfiguration configuration(String network, String json) {
        if (network.equals(CroBimConfiguration.NETWORK)) {
            return CroBimConfiguration.ofJson(json);
        }
        throw new ConfigurationException(
                "network \"%s\" is unknown, expected %s".formatted(network, CroBimConfiguration.NETWORK));
    }
}
