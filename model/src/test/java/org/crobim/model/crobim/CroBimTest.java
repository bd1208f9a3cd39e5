package org.crobim.model.crobim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Initializer;
import org.crobim.model.referring.ImageEncoding;
import org.crobim.model.referring.MaskPrediction;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.RandomStream;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.text.TokenBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CroBimTest {
    private static final int[] SHORT = {2, 7, 3};
    private static final int[] MIDDLE = {2, 8, 9, 10, 3};
    private static final int[] LONG = {2, 11, 12, 13, 14, 15, 16, 3};

    @ParameterizedTest
    @CsvSource({
        "1, 32, 32", "1, 37, 91", "1, 91, 37", "1, 33, 64", "1, 1, 1", "1, 96, 5", // LGFA down to stride 4
        "2, 32, 32", "2, 37, 91", "2, 91, 37", "2, 33, 64", "2, 1, 1", "2, 96, 5" // LGFA down to stride 8
    })
    void anyImageSizeGivesLogitsAtAQuarterOfIt(int finestStage, int height, int width) {
        try (TinyNetwork tiny = TinyNetwork.with("finestStage", finestStage);
                NativeScope scope = NativeScope.withoutGradients()) {
            MaskPrediction answer = tiny.answer(
                    TinyNetwork.images(2, height, width), TinyNetwork.sentences(SHORT, MIDDLE, LONG), 0, 1, 1);
            assertThat(Tensors.shape(answer.logits())).containsExactly(3, (height + 3) / 4, (width + 3) / 4, 2);
            assertThat(Tensors.shape(answer.presence().orElseThrow())).containsExactly(3);
            assertThat(Tensors.toFloats(answer.logits())).doesNotContain(Float.NaN);
            assertThat(Tensors.toFloats(answer.presence().orElseThrow())).doesNotContain(Float.NaN);
        }
    }

    @Test
    void theAnswerDependsOnTheSentenceAndOnTheImage() {
        try (TinyNetwork tiny = TinyNetwork.usual();
                NativeScope scope = NativeScope.withoutGradients()) {
            MaskPrediction answer =
                    tiny.answer(TinyNetwork.images(2, 32, 48), TinyNetwork.sentences(SHORT, MIDDLE, SHORT), 0, 0, 1);
            float[] first = Tensors.toFloats(answer.logits().select(0, 0));
            assertThat(Tensors.toFloats(answer.logits().select(0, 1))).isNotEqualTo(first);
            assertThat(Tensors.toFloats(answer.logits().select(0, 2))).isNotEqualTo(first);
        }
    }

    @Test
    void shiftedWindowsMaySeeTheImageInsteadOfConvolutions() {
        Map<String, Object> swin = Map.of(
                "backbone", "SWIN",
                "channels", List.of(4, 8, 16, 32),
                "depths", List.of(1, 2, 1, 1),
                "heads", List.of(1, 2, 2, 4),
                "window", 3);
        try (TinyNetwork tiny = TinyNetwork.with("vision", swin);
                NativeScope scope = NativeScope.withoutGradients()) {
            MaskPrediction answer =
                    tiny.answer(TinyNetwork.images(2, 37, 91), TinyNetwork.sentences(SHORT, MIDDLE, SHORT), 0, 0, 1);
            assertThat(tiny.network().namedParameters().keySet())
                    .anyMatch(name -> name.endsWith("relative_position_bias_table"));
            assertThat(Tensors.shape(answer.logits())).containsExactly(3, 10, 23, 2);
            float[] first = Tensors.toFloats(answer.logits().select(0, 0));
            assertThat(Tensors.toFloats(answer.logits().select(0, 1))).isNotEqualTo(first);
            assertThat(Tensors.toFloats(answer.logits().select(0, 2))).isNotEqualTo(first);
        }
    }

    @Test
    void paddedWordsNeverInfluenceTheMask() {
        try (TinyNetwork tiny = TinyNetwork.usual();
                NativeScope scope = NativeScope.withoutGradients()) {
            Tensor images = TinyNetwork.images(1, 32, 48);
            TokenBatch tokens = TinyNetwork.sentences(SHORT, LONG);
            MaskPrediction answer = tiny.answer(images, tokens, 0, 0);
            Tensor ids = tokens.ids().clone();
            Tensor padding = ids.narrow(0, 0, 1).narrow(1, SHORT.length, LONG.length - SHORT.length);
            padding.copy_(Tensors.longs(new long[] {21, 22, 23, 24, 25}, 1, 5));
            MaskPrediction other = tiny.answer(images, new TokenBatch(ids, tokens.keep()), 0, 0);
            assertThat(Tensors.toFloats(other.logits())).containsExactly(Tensors.toFloats(answer.logits()));
            assertThat(Tensors.toFloats(other.presence().orElseThrow()))
                    .containsExactly(Tensors.toFloats(answer.presence().orElseThrow()));
        }
    }

    @Test
    void theLengthOfTheLongestSentenceDoesNotMatterToTheOthers() {
        try (TinyNetwork tiny = TinyNetwork.usual();
                NativeScope scope = NativeScope.withoutGradients()) {
            Tensor images = TinyNetwork.images(1, 32, 48);
            float[] alone = Tensors.toFloats(
                    tiny.answer(images, TinyNetwork.sentences(SHORT), 0).logits());
            MaskPrediction beside = tiny.answer(images, TinyNetwork.sentences(SHORT, LONG), 0, 0);
            assertThat(Tensors.toFloats(beside.logits().select(0, 0))).containsExactly(alone, within(1e-5f));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void keptImagesGiveTheSameAnswerBitForBit(int finestStage) {
        try (TinyNetwork tiny = TinyNetwork.with("finestStage", finestStage)) {
            CroBim network = tiny.network();
            EncodedImages kept;
            try (NativeScope scope = NativeScope.withoutGradients()) {
                kept = network.encode(TinyNetwork.images(2, 37, 48)).keep();
            }
            try (NativeScope scope = NativeScope.withoutGradients()) {
                TokenBatch tokens = TinyNetwork.sentences(SHORT, MIDDLE, LONG);
                MaskPrediction direct = tiny.answer(TinyNetwork.images(2, 37, 48), tokens, 0, 1, 1);
                for (int i = 0; i < 2; i++) {
                    MaskPrediction cached = network.locate(kept, tokens, new int[] {0, 1, 1});
                    assertThat(Tensors.toFloats(cached.logits())).containsExactly(Tensors.toFloats(direct.logits()));
                    assertThat(Tensors.toFloats(cached.presence().orElseThrow()))
                            .containsExactly(Tensors.toFloats(direct.presence().orElseThrow()));
                }
            }
            assertThat(kept.count()).isEqualTo(2);
            assertThat(kept.bytes()).isPositive();
            kept.release();
        }
    }

    @Test
    void questionsMayComeInAnyOrder() {
        try (TinyNetwork tiny = TinyNetwork.usual();
                NativeScope scope = NativeScope.withoutGradients()) {
            EncodedImages images = tiny.network().encode(TinyNetwork.images(2, 32, 48));
            MaskPrediction even = tiny.network()
                    .locate(images, TinyNetwork.sentences(SHORT, MIDDLE, LONG, SHORT), new int[] {0, 0, 1, 1});
            MaskPrediction mixed = tiny.network()
                    .locate(images, TinyNetwork.sentences(LONG, MIDDLE, SHORT, SHORT), new int[] {1, 0, 1, 0});
            int[] placeInMixed = {3, 1, 0, 2};
            for (int q = 0; q < 4; q++) {
                assertThat(Tensors.toFloats(mixed.logits().select(0, placeInMixed[q])))
                        .containsExactly(Tensors.toFloats(even.logits().select(0, q)), within(1e-5f));
                assertThat(Tensors.toFloats(mixed.presence().orElseThrow())[placeInMixed[q]])
                        .isCloseTo(Tensors.toFloats(even.presence().orElseThrow())[q], within(1e-5f));
            }
        }
    }

    @Test
    void repeatedRowsAreThoseOfTheirImages() {
        try (NativeScope scope = NativeScope.withoutGradients()) {
            Tensor rows = Tensors.floats(new float[] {1, 2, 3, 4}, 2, 2);
            assertThat(Tensors.toFloats(ImageEncoding.repeat(rows, new int[] {0, 1})))
                    .containsExactly(1, 2, 3, 4);
            assertThat(Tensors.toFloats(ImageEncoding.repeat(rows, new int[] {0, 0, 1, 1})))
                    .containsExactly(1, 2, 1, 2, 3, 4, 3, 4);
            assertThat(Tensors.toFloats(ImageEncoding.repeat(rows, new int[] {1, 0, 1})))
                    .containsExactly(3, 4, 1, 2, 3, 4);
            assertThat(Tensors.toFloats(ImageEncoding.repeat(rows, new int[] {1})))
                    .containsExactly(3, 4);
        }
    }

    @Test
    void theSeedDecidesEveryWeight() {
        float[] first = weights(5);
        assertThat(weights(5)).containsExactly(first);
        assertThat(weights(6)).isNotEqualTo(first);
    }

    private static float[] weights(long seed) {
        CroBimConfiguration configuration = TinyNetwork.configuration(Map.of());
        try (RandomStream random = new RandomStream(seed);
                CroBim network = CroBimFactory.create(configuration, TinyNetwork.WORDS, new Initializer(random));
                NativeScope scope = NativeScope.withoutGradients()) {
            Tensor[] all = network.namedParameters().values().stream()
                    .map(p -> p.flatten())
                    .toArray(Tensor[]::new);
            return Tensors.toFloats(Tensors.cat(0, all));
        }
    }

    @Test
    void everyWeightTakesPartButTheRowThatStandsInForPrompts() {
        try (TinyNetwork tiny = TinyNetwork.usual();
                NativeScope scope = NativeScope.open()) {
            MaskPrediction answer =
                    tiny.answer(TinyNetwork.images(2, 64, 64), TinyNetwork.sentences(SHORT, LONG), 0, 1);
            answer.logits()
                    .square()
                    .mean()
                    .add(answer.presence().orElseThrow().square().mean())
                    .backward();
            assertThat(tiny.network().namedParameters().entrySet())
                    .filteredOn(entry -> !entry.getValue().grad().defined())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("mask.learned_row");
        }
    }

    @Test
    void imagesAndSentencesMustBePaired() {
        try (TinyNetwork tiny = TinyNetwork.usual();
                NativeScope scope = NativeScope.withoutGradients()) {
            EncodedImages images = tiny.network().encode(TinyNetwork.images(1, 32, 32));
            TokenBatch tokens = TinyNetwork.sentences(SHORT, LONG);
            for (int[] wrong : new int[][] {{0}, {0, 1}, {0, -1}, {0, 0, 0}}) {
                assertThatThrownBy(() -> tiny.network().locate(images, tokens, wrong))
                        .isInstanceOf(ShapeException.class)
                        .hasMessageContaining("2 sentences")
                        .hasMessageContaining("0..0");
            }
        }
    }
}
