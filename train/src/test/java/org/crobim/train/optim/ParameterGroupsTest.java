package org.crobim.train.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.crobim.train.config.DecayRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterGroupsTest {
    @ParameterizedTest
    @CsvSource({
        "vision.stages.0.0.pwconv1.weight, 2, true",
        "vision.stages.0.0.dwconv.weight, 4, true",
        "vision.stages.0.0.dwconv.bias, 1, false",
        "vision.stages.0.0.gamma, 1, false",
        "vision.norm0.weight, 1, false",
        "vision.layers.0.blocks.0.attn.relative_position_bias_table, 2, false",
        "text.embeddings.word_embeddings.weight, 2, false",
        "text.embeddings.position_embeddings.weight, 2, false",
        "capm.prompts, 2, false",
        "capm.stage_embedding, 3, false",
        "capm.position_embedding, 2, false",
        "mask.learned_row, 1, false",
        "mid.layers.0.language.cross.key.weight, 2, true",
        "mid.layers.0.language.cross.query.weight, 2, true",
        "text.encoder.layer.0.attention.self.query.weight, 2, true",
        "text.embeddings.LayerNorm.weight, 1, false",
        "vision.patch_embed.proj.weight, 4, true",
        "lgfa.stage.2.projection.coordinates, 2, true"
    })
    void matricesAreDecayedAndTablesAreNot(String name, long dimensions, boolean decayed) {
        assertThat(new ParameterGroups(Map.of()).groupOf(name, dimensions).decayed())
                .isEqualTo(decayed);
    }

    @ParameterizedTest
    @CsvSource({
        "backbone.norm0.bias, false",
        "backbone.layers.0.blocks.1.norm1.weight, false",
        "backbone.layers.0.blocks.1.attn.relative_position_bias_table, false",
        "backbone.layers.0.blocks.1.attn.qkv.bias, true",
        "backbone.layers.2.fusion.vis_project.0.bias, true",
        "classifier.bn1_4.weight, true",
        "classifier.conv1_1.bias, true",
        "text_encoder.encoder.layer.3.output.LayerNorm.weight, true"
    })
    void thePublishedRuleSparesNamesOfTheBackboneOnly(String name, boolean decayed) {
        ParameterGroups groups = new ParameterGroups(Map.of(), unused -> true, DecayRule.LAVT);

        assertThat(groups.groupOf(name, 1).decayed()).isEqualTo(decayed);
    }

    @Test
    void theLongestPrefixThatFitsGivesTheRate() {
        ParameterGroups groups = new ParameterGroups(Map.of("vision", 0.1, "vision.norm", 0.5));

        assertThat(groups.groupOf("vision.stem.weight", 4).rateScale()).isEqualTo(0.1);
        assertThat(groups.groupOf("vision.norm0.weight", 1).rateScale()).isEqualTo(0.5);
        assertThat(groups.groupOf("text.weight", 2).rateScale()).isEqualTo(1);
    }

    @Test
    void aPrefixOfNoParameterIsFound() {
        ParameterGroups groups = new ParameterGroups(Map.of("visoin", 0.1));

        assertThat(groups.unusedPrefix(Set.of("vision.stem.weight"))).hasValue("visoin");
    }
}
