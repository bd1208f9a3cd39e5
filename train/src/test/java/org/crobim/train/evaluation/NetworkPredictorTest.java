package org.crobim.train.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.crobim.core.image.RgbImage;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringDataset;
import org.crobim.data.render.RenderedReferringDataset;
import org.crobim.data.render.SceneSpec;
import org.crobim.language.generate.ExpressionGenerator;
import org.crobim.language.generate.GeneratorOptions;
import org.crobim.language.phrase.GrammarWords;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.text.Vocabulary;
import org.crobim.predict.Segmenter;
import org.crobim.predict.SegmenterOptions;
import org.junit.jupiter.api.Test;

class NetworkPredictorTest {
    private static final CroBimConfiguration SMALLEST = CroBimConfiguration.preset("nano")
            .with(Map.of(
                    "vision", Map.of("channels", List.of(8, 8, 8, 8), "depths", List.of(1, 1, 1, 1)),
                    "text", Map.of("layers", 1, "width", 8, "heads", 2),
                    "width", 8,
                    "heads", 2,
                    "inputSide", 32));

    private static ReferringModel model() {
        return ReferringModel.create(SMALLEST, Vocabulary.ofWords(GrammarWords.all()), 3);
    }

    private static ReferringDataset scenes() {
        return RenderedReferringDataset.create(
                new RenderedReferringDataset.Plan("scenes", 2, 5, 11),
                SceneSpec.square(96),
                new ExpressionGenerator(GeneratorOptions.standard()));
    }

    private static NetworkPredictor predictor(ReferringModel model) {
        return new NetworkPredictor(Segmenter.around(model, SegmenterOptions.onCpu()));
    }

    private static ControlReport evaluate(ReferringModel model) {
        return new Evaluator(predictor(model), 5)
                .evaluate(scenes(), EnumSet.allOf(TextControl.class), Progress.silent());
    }

    @Test
    void theSameModelAndDataGiveTheSameRecords() {
        try (ReferringModel model = model()) {
            assertThat(evaluate(model)).isEqualTo(evaluate(model));
        }
    }

    @Test
    void everySampleIsAnsweredInBothFrames() {
        try (ReferringModel model = model()) {
            ControlReport report = evaluate(model);

            assertThat(report.full().samples())
                    .hasSize(scenes().samples().size())
                    .allSatisfy(result -> {
                        assertThat(result.nativeOverlap().imageArea()).isEqualTo(96 * 96);
                        assertThat(result.modelSizeOverlap().imageArea()).isEqualTo(32 * 32);
                        assertThat(result.presence()).isBetween(0.0, 1.0);
                    });
        }
    }

    @Test
    void sentencesBeyondOneBatchAreAnsweredInOrder() {
        RgbImage image = scenes().readImage(scenes().samples().get(0));
        List<String> sentences = List.of(
                "the ship",
                "",
                "the airplane at the top",
                "the bridge",
                "left",
                "right",
                "the largest tank",
                "a",
                "b",
                "c",
                "the ship");
        try (ReferringModel model = model()) {
            NetworkPredictor predictor = predictor(model);

            List<TargetPrediction> together = predictor.predict(image, sentences);

            assertThat(together).hasSameSizeAs(sentences);
            for (int i = 0; i < sentences.size(); i++) {
                TargetPrediction single =
                        predictor.predict(image, List.of(sentences.get(i))).get(0);
                assertThat(together.get(i).presence()).isCloseTo(single.presence(), within(1e-5));
            }
            assertThat(together.get(0).presence()).isNotCloseTo(together.get(1).presence(), within(1e-5));
        }
    }

    @Test
    void aModelInTrainingIsJudgedWithoutDropoutAndLeftInTraining() {
        RgbImage image = scenes().readImage(scenes().samples().get(0));
        try (ReferringModel model = model()) {
            NetworkPredictor predictor = predictor(model);
            model.network().setTraining(true);

            List<TargetPrediction> first = predictor.predict(image, List.of("the ship"));

            assertThat(predictor.predict(image, List.of("the ship"))).isEqualTo(first);
            assertThat(model.network().isTraining()).isTrue();
        }
    }
}
