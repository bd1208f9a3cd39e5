package org.crobim.model.zoo;

import java.nio.file.Path;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.WeightsException;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.lgce.LgceConfiguration;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.rmsin.RmsinConfiguration;

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
        return switch (name.substring(0, Math.max(0, name.indexOf('-')))) {
            case LavtConfiguration.NETWORK -> LavtConfiguration.preset(name);
            case RmsinConfiguration.NETWORK -> RmsinConfiguration.preset(name);
            case LgceConfiguration.NETWORK -> LgceConfiguration.preset(name);
            default -> CroBimConfiguration.preset(name);
        };
    }

    private static NetworkConfiguration configuration(String network, String json) {
        return switch (network) {
            case CroBimConfiguration.NETWORK -> CroBimConfiguration.ofJson(json);
            case LavtConfiguration.NETWORK -> LavtConfiguration.ofJson(json, "crobim.config");
            case RmsinConfiguration.NETWORK -> RmsinConfiguration.ofJson(json, "crobim.config");
            case LgceConfiguration.NETWORK -> LgceConfiguration.ofJson(json, "crobim.config");
            default ->
                throw new ConfigurationException(
                        "network \"%s\" is unknown, expected crobim, lavt, rmsin or lgce".formatted(network));
        };
    }
}
