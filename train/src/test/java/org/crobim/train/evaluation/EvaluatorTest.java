package org.crobim.train.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.crobim.core.error.InputException;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringSample;
import org.crobim.language.ObjectCategory;
import org.crobim.train.metrics.ScoreGap;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final Mask LEFT = GridDataset.grid("##..", "##..");
    private static final Mask RIGHT = GridDataset.grid("..##", "..##");
    private static final Mask NOTHING = Mask.empty(4, 2);

    private static GridDataset twoImages() {
        return new GridDataset()
                .add("first", "the left ship", ObjectCategory.SHIP, LEFT)
                .add("first", "the right ship", ObjectCategory.SHIP, RIGHT)
                .add("first", "the bridge", ObjectCategory.BRIDGE, NOTHING)
                .add("second", "the harbor on the left", ObjectCategory.HARBOR, LEFT);
    }

    private static ControlReport evaluate(GridDataset dataset, ReferringPredictor predictor) {
        return new Evaluator(predictor, 7).evaluate(dataset, EnumSet.allOf(TextControl.class), Progress.silent());
    }

    @Test
    void aPredictorThatKnowsTheTruthScores100InEveryFrame() {
        GridDataset dataset = twoImages();

        EvaluationResult result = new Evaluator(new TruthTeller(dataset), 7).evaluate(dataset, Progress.silent());

        assertThat(result.samples()).hasSize(4);
        assertThat(result.declaredAbsences()).isEqualTo(1);
        assertThat(result.nativeScores().summary().count()).isEqualTo(3);
        assertThat(result.nativeScores().summary().mIoU()).isEqualTo(100);
        assertThat(result.modelSizeScores().summary().oIoU()).isEqualTo(100);
        assertThat(result.gatedScores().summary().pr90()).isEqualTo(100);
        assertThat(result.presence().areaUnderCurve()).hasValue(1);
    }

    @Test
    void everyControlIsAskedInOnePassWithEachDistinctSentenceOnce() {
        GridDataset dataset = twoImages();
        TruthTeller predictor = new TruthTeller(dataset);

        evaluate(dataset, predictor);

        assertThat(dataset.imagesRead).isEqualTo(2);
        assertThat(predictor.asked).hasSize(2);
        assertThat(predictor.asked.get(0))
                .doesNotHaveDuplicates()
                .contains("the left ship", "the right ship", "the bridge", "the ship", "");
    }

    @Test
    void noSampleKeepsItsOwnSentenceWhenTheyAreShuffled() {
        EvaluationResult shuffled = evaluate(twoImages(), new TruthTeller(twoImages()))
                .result(TextControl.SHUFFLED)
                .orElseThrow();

        assertThat(shuffled.samples())
                .hasSize(4)
                .allSatisfy(result ->
                        assertThat(result.asked()).isNotEqualTo(result.sample().text()));
        assertThat(shuffled.samples().stream().map(SampleResult::asked)).doesNotHaveDuplicates();
    }

    @Test
    void theGapToAControlIsTakenOverTheSamplesThatHaveIt() {
        GridDataset dataset = twoImages();
        dataset.add(ReferringSample.ofText("classless", "second", "the thing"), RIGHT);

        ControlReport report = evaluate(dataset, new TruthTeller(dataset));

        ScoreGap classGap = report.gap(TextControl.CLASS_ONLY, 100, 1).orElseThrow();
        assertThat(classGap.count()).isEqualTo(3); // the fifth sample has no class, the third asks for nothing
        assertThat(classGap.mIoU()).isEqualTo(100); // "the ship" is no sentence of the truth teller
        assertThat(report.gap(TextControl.NO_TEXT, 100, 1).orElseThrow().count())
                .isEqualTo(4);
    }

    @Test
    void anAnswerOfNothingMatchesEmptiesTheGatedMaskOnly() {
        GridDataset dataset = new GridDataset().add("first", "the left ship", ObjectCategory.SHIP, LEFT);
        ReferringPredictor doubtful = new ReferringPredictor() {
            @Override
            public int inputSidePixels() {
                return 8;
            }

            @Override
            public double presenceThreshold() {
                return 0.5;
            }

            @Override
            public List<TargetPrediction> predict(org.crobim.core.image.RgbImage image, List<String> sentences) {
                return List.of(new TargetPrediction(LEFT, Mask.empty(8, 8), 0.49));
            }
        };

        EvaluationResult result = new Evaluator(doubtful, 1).evaluate(dataset, Progress.silent());

        assertThat(result.nativeScores().summary().mIoU()).isEqualTo(100);
        assertThat(result.modelSizeScores().summary().mIoU()).isZero();
        assertThat(result.gatedScores().summary().mIoU()).isZero();
    }

    @Test
    void anEmptyTruthThatNobodyDeclaredCountsAsAFailureAndIsReported() {
        GridDataset dataset = new GridDataset()
                .add(ReferringSample.ofText("black", "first", "the black mask"), NOTHING)
                .add(ReferringSample.ofText("left", "first", "the left one"), LEFT);

        EvaluationSummary summary = EvaluationSummary.of(evaluate(dataset, new TruthTeller(dataset)), 0.5, 1);

        assertThat(summary.nativeSize().mIoU()).isEqualTo(50);
        assertThat(summary.emptyTruths()).isEqualTo(1);
        assertThat(summary.withoutEmptyTruths().mIoU()).isEqualTo(100);
    }

    @Test
    void theJsonObjectHoldsThePrimaryFiguresAtItsTopLevel() {
        GridDataset dataset = twoImages();

        JsonNode json = new ObjectMapper()
                .registerModule(new Jdk8Module())
                .valueToTree(EvaluationSummary.of(evaluate(dataset, new TruthTeller(dataset)), 0.5, 1));

        for (String block : List.of("", "/modelSize", "/gated", "/withoutEmptyTruths", "/controls/shuffled")) {
            for (String figure : List.of("count", "oIoU", "mIoU", "pr50", "pr60", "pr70", "pr80", "pr90")) {
                assertThat(json.at(block + "/" + figure).isNumber())
                        .as(block + "/" + figure)
                        .isTrue();
            }
        }
        assertThat(json.at("/breakdowns/class/ship/count").asInt()).isEqualTo(2);
        assertThat(json.at("/breakdowns/sizeGroup/large/count").asInt()).isEqualTo(3);
        assertThat(json.at("/breakdowns/stratum/position/mIoU").asDouble()).isEqualTo(100);
        assertThat(json.at("/emptyTruths").asInt(-1)).isZero();
        assertThat(json.at("/intervals/mIoU/low").asDouble()).isEqualTo(100);
        assertThat(json.at("/presence/absent").asInt()).isEqualTo(1);
        assertThat(json.at("/controls/classOnly/fullMinusControl/mIoU").asDouble())
                .isEqualTo(100);
    }

    @Test
    void anEmptyDataSetIsAnErrorThatSaysWhatToCheck() {
        GridDataset empty = new GridDataset();
        Evaluator evaluator = new Evaluator(new TruthTeller(empty), 1);

        assertThatThrownBy(() -> evaluator.evaluate(empty, Set.of(), Progress.silent()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("grids has no samples")
                .hasMessageContaining("Check the split name");
    }

    @Test
    void aMaskThatHasNotTheSizeOfItsImageIsAnErrorThatNamesBothSizes() {
        GridDataset dataset =
                new GridDataset().add("first", "the ship", ObjectCategory.SHIP, GridDataset.grid("##", "##"));
        Evaluator evaluator = new Evaluator(new TruthTeller(dataset), 1);

        assertThatThrownBy(() -> evaluator.evaluate(dataset, Progress.silent()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("sample-0")
                .hasMessageContaining("mask is 2 x 2 pixels, its image first is 4 x 2");
    }
}
