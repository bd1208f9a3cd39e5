package org.crobim.model.weights.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRuleTest {
    private static List<String> applied(NameRule rule, String... names) {
        return List.of(names).stream()
                .flatMap(name -> rule.apply(name).stream())
                .toList();
    }

    @Test
    void weightsAreTakenFromStateDictElseFromModelElseFromTheRoot() {
        assertThat(applied(StateSelection.rule(Set.of("state_dict/a", "model/a")), "state_dict/a", "model/a"))
                .containsExactly("a");
        assertThat(applied(StateSelection.rule(Set.of("model/a", "b")), "model/a", "b"))
                .containsExactly("a");
        assertThat(applied(StateSelection.rule(Set.of("a", "optimizer/state/0/step")), "a", "optimizer/state/0/step"))
                .containsExactly("a");
    }

    @Test
    void theModuleOfDataParallelTrainingIsTakenAway() {
        assertThat(applied(StateSelection.rule(Set.of("model/module.a")), "model/module.a"))
                .containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({
        "bert.embeddings.word_embeddings.weight, embeddings.word_embeddings.weight",
        "bert.embeddings.LayerNorm.gamma, embeddings.LayerNorm.weight",
        "encoder.layer.11.output.LayerNorm.beta, encoder.layer.11.output.LayerNorm.bias",
        "cls.predictions.bias,",
        "bert.pooler.dense.weight,",
        "pooler.dense.bias,",
        "bert.embeddings.position_ids,",
        "another.weight, another.weight"
    })
    void namesOfBert(String theirs, String ours) {
        assertThat(applied(BertCheckpoint.rule(Set.of(theirs)), theirs))
                .isEqualTo(ours == null ? List.of() : List.of(ours));
    }

    @ParameterizedTest
    @CsvSource({
        "model/layers.0.blocks.1.attn.qkv.weight, layers.0.blocks.1.attn.qkv.weight",
        "model/layers.2.downsample.reduction.weight, layers.2.downsample.reduction.weight",
        "model/layers.0.blocks.1.norm1.weight, layers.0.blocks.1.norm1.weight",
        "model/layers.0.blocks.1.attn_mask,",
        "model/layers.0.blocks.1.attn.relative_position_index,",
        "model/norm.weight,",
        "model/head.bias,",
        "state_dict/backbone.norm1.weight, norm1.weight",
        "state_dict/decode_head.conv.weight, decode_head.conv.weight",
        "model/encoder.patch_embed.proj.bias, patch_embed.proj.bias",
        "model/absolute_pos_embed, absolute_pos_embed"
    })
    void namesOfSwin(String theirs, String ours) {
        assertThat(applied(SwinCheckpoint.rule(Set.of(theirs)), theirs))
                .isEqualTo(ours == null ? List.of() : List.of(ours));
    }

    @Test
    void besideABackboneNothingElseIsTaken() {
        Set<String> names = Set.of("state_dict/backbone.norm1.weight", "state_dict/decode_head.conv.weight");
        assertThat(applied(SwinCheckpoint.rule(names), names.toArray(new String[0])))
                .containsExactly("norm1.weight");
        assertThat(applied(ConvNeXtCheckpoint.rule(names), names.toArray(new String[0])))
                .containsExactly("norm1.weight");
    }

    @ParameterizedTest
    @CsvSource({
        "model/downsample_layers.0.0.weight, downsample_layers.0.0.weight",
        "model/stages.3.2.gamma, stages.3.2.gamma",
        "model/norm.bias,",
        "model/head.weight,"
    })
    void namesOfConvNeXt(String theirs, String ours) {
        assertThat(applied(ConvNeXtCheckpoint.rule(Set.of(theirs)), theirs))
                .isEqualTo(ours == null ? List.of() : List.of(ours));
    }

    @Test
    void namesOfLavtWithBertBesideIt() {
        Set<String> names = Set.of(
                "model/backbone.norm0.weight",
                "model/text_encoder.pooler.dense.bias",
                "bert_model/module.embeddings.LayerNorm.weight",
                "bert_model/pooler.dense.weight",
                "optimizer/state/0/exp_avg");
        assertThat(applied(LavtCheckpoint.rule(names), names.stream().sorted().toArray(String[]::new)))
                .containsExactly("text_encoder.embeddings.LayerNorm.weight", "backbone.norm0.weight");
    }

    @Test
    void patternsMatchWholeNames() {
        assertThat(NamePatterns.anyOf(List.of("text_encoder.*", "norm?.bias")))
                .accepts("text_encoder.embeddings.LayerNorm.bias", "norm1.bias")
                .rejects("a.text_encoder.b", "norm12.bias", "normx.bias.y");
        assertThat(NamePatterns.anyOf(List.of())).rejects("", "a");
    }
}
