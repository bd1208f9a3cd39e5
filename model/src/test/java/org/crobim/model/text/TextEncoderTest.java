package org.crobim.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.nn.GradientCheck;
import org.crobim.model.nn.Initializer;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextEncoderTest {
    private static final TextEncoder.Config TINY = new TextEncoder.Config(2, 8, 2, 12, 20, 16);

    private RandomStream random;
    private TextEncoder encoder;

    @BeforeEach
    void makeEncoder() {
        random = new RandomStream(5);
        try (NativeScope scope = NativeScope.withoutGradients()) {
            encoder = new TextEncoder(TINY, new Initializer(random));
            // Away from the start values, so that no bias is zero and no gain is one.
            encoder.namedParameters()
                    .values()
                    .forEach(p -> p.add_(random.fillNormal(Tensors.zeros(Tensors.shape(p)), 0, 0.3)));
        }
    }

    @AfterEach
    void release() {
        encoder.close();
        random.close();
    }

    private static Encoding encoding(int... ids) {
        return new Encoding(ids, false, List.of());
    }

    private Tensor features(TokenBatch batch) {
        return encoder.encode(encoder.embed(batch), batch.keep());
    }

    @Test
    void namesAreThoseOfThePublishedCheckpoints() {
        List<String> expected = new ArrayList<>();
        for (String table : List.of("word_embeddings", "position_embeddings", "token_type_embeddings")) {
            expected.add("embeddings." + table + ".weight");
        }
        expected.add("embeddings.LayerNorm.weight");
        expected.add("embeddings.LayerNorm.bias");
        for (int layer = 0; layer < 2; layer++) {
            for (String part : List.of(
                    "attention.self.query",
                    "attention.self.key",
                    "attention.self.value",
                    "attention.output.dense",
                    "attention.output.LayerNorm",
                    "intermediate.dense",
                    "output.dense",
                    "output.LayerNorm")) {
                expected.add("encoder.layer." + layer + "." + part + ".weight");
                expected.add("encoder.layer." + layer + "." + part + ".bias");
            }
        }
        assertThat(encoder.namedParameters().keySet()).containsExactlyElementsOf(expected);
        assertThat(encoder.namedParameters())
                .hasEntrySatisfying(
                        "encoder.layer.0.intermediate.dense.weight",
                        weight -> assertThat(Tensors.shape(weight)).containsExactly(12, 8));
    }

    @Test
    void paddingNeverReachesRealWords() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            float[] alone = Tensors.toFloats(features(TokenBatch.of(List.of(encoding(2, 7, 9, 3)))));
            TokenBatch padded = TokenBatch.of(List.of(encoding(2, 7, 9, 3), encoding(2, 4, 5, 6, 8, 10, 3)));
            Tensor first = features(padded).narrow(0, 0, 1).narrow(1, 0, 4);
            assertThat(Tensors.toFloats(first)).containsExactly(alone, within(2e-6f));
        }
    }

    @Test
    void rowsThatAreNotKeptMayHoldAnything() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            TokenBatch batch = TokenBatch.of(List.of(encoding(2, 7, 3), encoding(2, 4, 5, 6, 3)));
            Tensor rows = encoder.embed(batch);
            float[] before = Tensors.toFloats(
                    encoder.encode(rows, batch.keep()).narrow(0, 0, 1).narrow(1, 0, 3));
            Tensor other = rows.clone();
            other.narrow(0, 0, 1).narrow(1, 3, 2).fill_(new Scalar(77));
            float[] after = Tensors.toFloats(
                    encoder.encode(other, batch.keep()).narrow(0, 0, 1).narrow(1, 0, 3));
            assertThat(after).containsExactly(before);
        }
    }

    @Test
    void rowsOfTheCallerJoinBehindTheWords() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            TokenBatch batch = TokenBatch.of(List.of(encoding(2, 7, 3), encoding(2, 5, 3)));
            Tensor prompts = random.fillNormal(Tensors.zeros(2, 4, 8), 0, 1);
            Tensor keep = Tensors.cat(1, batch.keep(), Tensors.full(1, 2, 4).to(ScalarType.Bool));
            Tensor together = encoder.encode(Tensors.cat(1, encoder.embed(batch), prompts), keep);
            assertThat(Tensors.shape(together)).containsExactly(2, 7, 8);
            assertThat(Tensors.toFloats(together.narrow(1, 0, 3))).isNotEqualTo(Tensors.toFloats(features(batch)));
        }
    }

    @Test
    void twoReadingsInOnePassEqualTwoPasses() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            TokenBatch batch = TokenBatch.of(List.of(encoding(2, 7, 9, 3), encoding(2, 5, 3)));
            Tensor words = encoder.embed(batch);
            Tensor prompts = random.fillNormal(Tensors.zeros(2, 3, 8), 0, 1);
            Tensor second = Tensors.cat(1, words, prompts);
            Tensor keep = Tensors.cat(1, batch.keep(), Tensors.full(1, 2, 3).to(ScalarType.Bool));
            Tensor both = encoder.encodeBeside(Tensors.cat(1, words, second), Tensors.cat(1, batch.keep(), keep), 4);
            assertThat(Tensors.toFloats(both.narrow(1, 0, 4)))
                    .containsExactly(Tensors.toFloats(encoder.encode(words, batch.keep())), within(1e-5f));
            assertThat(Tensors.toFloats(both.narrow(1, 4, 7)))
                    .containsExactly(Tensors.toFloats(encoder.encode(second, keep)), within(1e-5f));
        }
    }

    @Test
    void theSameSeedGivesTheSameDropout() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            TokenBatch batch = TokenBatch.of(List.of(encoding(2, 7, 9, 3)));
            float[] steady = Tensors.toFloats(features(batch));
            encoder.setTraining(true);
            random.reseed(9);
            float[] first = Tensors.toFloats(features(batch));
            random.reseed(9);
            assertThat(Tensors.toFloats(features(batch))).containsExactly(first);
            assertThat(first).isNotEqualTo(steady);
        }
    }

    @Test
    void agreesWithAComputationByHand() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            TokenBatch batch = TokenBatch.of(List.of(encoding(2, 7, 9, 3)));
            float[] got = Tensors.toFloats(features(batch));
            double[][] expected = new PlainBert(encoder, TINY).encode(new int[] {2, 7, 9, 3});
            for (int i = 0; i < got.length; i++) {
                assertThat((double) got[i]).isCloseTo(expected[i / 8][i % 8], within(2e-5));
            }
        }
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        encoder.convertTo(ScalarType.Double);
        new GradientCheck(random).check(encoder.namedParameters(), this::weightedSum);
    }

    /** A loss that weighs every output differently but those at padding. */
    private Tensor weightedSum() {
        TokenBatch batch = TokenBatch.of(List.of(encoding(2, 7, 9, 3), encoding(2, 4, 3)));
        Tensor all = features(batch);
        Tensor real = Tensors.cat(0, all.select(0, 0), all.select(0, 1).narrow(0, 0, 3));
        return GradientCheck.weightedSum(real);
    }

    @Test
    void aSentenceWithoutPositionsLeftIsRefused() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            TokenBatch batch = TokenBatch.of(List.of(encoding(new int[17])));
            assertThatThrownBy(() -> encoder.embed(batch))
                    .isInstanceOf(ShapeException.class)
                    .hasMessageContaining("17 word pieces, at most 16");
        }
    }

    @Test
    void rowsAndKeepMustAgree() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            TokenBatch batch = TokenBatch.of(List.of(encoding(2, 7, 3)));
            Tensor tooLong = Tensors.zeros(1, 4, 8);
            assertThatThrownBy(() -> encoder.encode(tooLong, batch.keep()))
                    .isInstanceOf(ShapeException.class)
                    .hasMessageContaining("[1, 4, 8]")
                    .hasMessageContaining("[1, 3]");
        }
    }
}
