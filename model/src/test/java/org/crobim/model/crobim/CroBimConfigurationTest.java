package org.crobim.model.crobim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.crobim.core.error.ConfigurationException;
import org.crobim.model.crobim.lgfa.Compensation;
import org.crobim.model.vision.VisionConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CroBimConfigurationTest {
    @ParameterizedTest
    @ValueSource(strings = {"nano", "tiny", "small", "swin-base", "convnext-base"})
    void everyPresetSurvivesJson(String name) {
        CroBimConfiguration preset = CroBimConfiguration.preset(name);
        assertThat(preset.preset()).isEqualTo(name);
        assertThat(CroBimConfiguration.ofJson(preset.json())).isEqualTo(preset);
        assertThat(preset.json()).doesNotContain("\n");
    }

    @Test
    void theBasePresetsHaveTheShapeOfThePaper() {
        CroBimConfiguration swin = CroBimConfiguration.preset("swin-base");
        assertThat(swin.vision())
                .isEqualTo(VisionConfiguration.swin(128, List.of(2, 2, 18, 2), List.of(4, 8, 16, 32), 12));
        assertThat(swin.text().layers()).isEqualTo(12);
        assertThat(swin.text().width()).isEqualTo(768);
        assertThat(List.of(swin.width(), swin.heads(), swin.prompts(), swin.finestStage(), swin.midLayers()))
                .containsExactly(256, 8, 10, 1, 3);
        assertThat(swin.inputSide()).isEqualTo(480);
        CroBimConfiguration convNext = CroBimConfiguration.preset("convnext-base");
        assertThat(convNext.vision().channels()).containsExactly(128, 256, 512, 1024);
        assertThat(convNext.vision().depths()).containsExactly(3, 3, 27, 3);
    }

    @Test
    void theSmallPresetsStopAtStrideEight() {
        for (String name : List.of("nano", "tiny", "small")) {
            CroBimConfiguration preset = CroBimConfiguration.preset(name);
            assertThat(preset.finestStage()).isEqualTo(2);
            assertThat(preset.text().maximumTokens()).isEqualTo(50);
            assertThat(preset.compensation()).isEqualTo(Compensation.DEFICIT);
        }
        assertThat(CroBimConfiguration.preset("nano").inputSide()).isEqualTo(256);
        assertThat(CroBimConfiguration.preset("tiny").inputSide()).isEqualTo(320);
        assertThat(CroBimConfiguration.preset("small").inputSide()).isEqualTo(384);
    }

    @Test
    void anUnknownPresetNamesTheKnownOnes() {
        assertThatThrownBy(() -> CroBimConfiguration.preset("huge"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"huge\"")
                .hasMessageContaining("nano, tiny, small, swin-base or convnext-base");
    }

    @Test
    void overridesReplaceSingleValuesAndReachIntoRecords() {
        CroBimConfiguration nano = CroBimConfiguration.preset("nano");
        CroBimConfiguration changed =
                nano.with(Map.of("prompts", 0, "text", Map.of("layers", 5), "compensation", "LOCAL"));
        assertThat(changed.prompts()).isZero();
        assertThat(changed.text().layers()).isEqualTo(5);
        assertThat(changed.text().width()).isEqualTo(nano.text().width());
        assertThat(changed.compensation()).isEqualTo(Compensation.LOCAL);
        assertThat(changed.vision()).isEqualTo(nano.vision());
        assertThat(nano.with(Map.of())).isEqualTo(nano);
    }

    @Test
    void anUnknownOverrideIsNamedWithItsPlace() {
        CroBimConfiguration nano = CroBimConfiguration.preset("nano");
        assertThatThrownBy(() -> nano.with(Map.of("promts", 4)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("model.promts is unknown")
                .hasMessageContaining("prompts");
        assertThatThrownBy(() -> nano.with(Map.of("text", Map.of("layer", 4))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("model.text.layer is unknown")
                .hasMessageContaining("maximumTokens");
    }

    @Test
    void wrongTypesAndRangesAreRefused() {
        CroBimConfiguration nano = CroBimConfiguration.preset("nano");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("width", "wide"),
                Map.of("width", 12.5),
                Map.of("text", 3),
                Map.of("compensation", "SOME"),
                Map.of("width", 130),
                Map.of("heads", 0),
                Map.of("prompts", -1),
                Map.of("contextGrid", 0),
                Map.of("finestStage", 3),
                Map.of("midLayers", 13),
                Map.of("inputSide", 16),
                Map.of("text", Map.of("maximumTokens", 2)),
                Map.of("text", Map.of("width", 130)),
                Map.of("vision", Map.of("channels", List.of(8, 16, 32))),
                Map.of("vision", Map.of("backbone", "SWIN", "heads", List.of(2, 4, 8, 16))))) {
            assertThatThrownBy(() -> nano.with(wrong)).as(wrong.toString()).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void aRangeErrorSaysWhatItGotAndExpected() {
        assertThatThrownBy(() -> CroBimConfiguration.preset("nano").with(Map.of("midLayers", 13)))
                .hasMessageContaining("midLayers is 13, expected 0..12");
    }

    @Test
    void storedConfigurationsWithMissingForeignOrBrokenPartsAreRefused() {
        String json = CroBimConfiguration.preset("nano").json();
        for (String wrong : List.of(
                "",
                "[]",
                json.substring(0, json.length() - 5),
                json.replaceFirst("\\{", "{\"depth\":3,"),
                json.replaceFirst("\"heads\":4,", ""),
                json.replace("\"coordinates\":true", "\"coordinates\":null"))) {
            assertThatThrownBy(() -> CroBimConfiguration.ofJson(wrong))
                    .as(wrong)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("crobim.config");
        }
    }
}
