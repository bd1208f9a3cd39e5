package org.crobim.model.rmsin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.crobim.core.error.ConfigurationException;
import org.crobim.core.error.WeightsException;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.lavt.LavtConfiguration;
import org.crobim.model.nn.Initializer;
import org.crobim.model.referring.NetworkConfiguration;
import org.crobim.model.referring.ReferringNetwork;
import org.crobim.model.tensor.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RmsinConfigurationTest {
    @ParameterizedTest
    @ValueSource(strings = {"rmsin-nano", "rmsin-tiny", "rmsin-small", "rmsin-base", "rmsin-large"})
    void presetsSurviveTheirJson(String name) {
        RmsinConfiguration preset = RmsinConfiguration.preset(name);
        assertThat(preset.preset()).isEqualTo(name);
        assertThat(preset.gridSide()).isEqualTo(preset.inputSide() / 32);
        assertThat(RmsinConfiguration.ofJson(preset.json(), "here")).isEqualTo(preset);
    }

    @Test
    void anUnknownPresetIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> RmsinConfiguration.preset("rmsin-huge"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "preset \"rmsin-huge\" is unknown, expected rmsin-nano, rmsin-tiny, rmsin-small, rmsin-base,"
                                + " rmsin-large");
        assertThatThrownBy(() -> RmsinConfiguration.preset("lavt-base")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void singleValuesCanBeReplaced() {
        RmsinConfiguration changed = RmsinConfiguration.preset("rmsin-base").with(Map.of("inputSide", 512));
        assertThat(changed.inputSide()).isEqualTo(512);
        assertThat(changed.gridSide()).isEqualTo(15);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        RmsinConfiguration base = RmsinConfiguration.preset("rmsin-base");
        assertThatThrownBy(() -> base.with(Map.of("gridSide", 0)))
                .hasMessageContaining("gridSide is 0, expected 1..64");
        assertThatThrownBy(() -> base.with(Map.of("routingDropout", 1.0)))
                .hasMessageContaining("routingDropout is 1.0, expected a share in [0, 1)");
        assertThatThrownBy(() -> base.with(Map.of("fusionHeads", List.of(1, 1, 1, 3))))
                .hasMessageContaining("expected heads that divide them");
    }

    @Test
    void theSmallestIsAsLargeAsThoseItIsComparedWith() {
        double own = parameters(RmsinConfiguration.preset("rmsin-nano"));
        assertThat(own / parameters(CroBimConfiguration.preset("nano"))).isBetween(0.9, 1.1);
        assertThat(own / parameters(LavtConfiguration.preset("lavt-nano"))).isBetween(0.9, 1.1);
    }

    private static long parameters(NetworkConfiguration configuration) {
        try (RandomStream random = new RandomStream(0);
                ReferringNetwork network = configuration.create(3_000, new Initializer(random, true))) {
            return network.parameterCount();
        }
    }

    @Test
    void theGridIsReadOffTheWeights() {
        assertThat(InteractionGrid.of(List.of(225L, 314L), "file").side()).isEqualTo(15);
        assertThat(InteractionGrid.of(List.of(64L, 64L + 16 + 9), "file").side())
                .isEqualTo(8);
        for (List<Long> odd : List.of(List.of(225L, 313L), List.of(224L, 313L), List.of(225L), List.of(0L, 0L))) {
            assertThatThrownBy(() -> InteractionGrid.of(odd, "file"))
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining("file: backbone.cim.block.0.csa1.m.attention.proj.weight is " + odd);
        }
    }
}
