package org.crobim.train.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crobim.core.image.RgbImage;
import org.crobim.data.ReferringDataset;
import org.crobim.train.evaluation.CasePicture;
import org.crobim.train.evaluation.EvaluationResult;
import org.crobim.train.evaluation.ReferringPredictor;
import org.crobim.train.evaluation.SampleResult;
import org.crobim.train.evaluation.TargetPrediction;

/**
 * The cases worth looking at, with their pictures.
 *
 * @param best highest intersection over union first
 * @param worst lowest intersection over union first, among equals the largest target
 * @param falseAlarms declared absences with the highest presence, highest first
 */
public record CaseGallery(List<Case> best, List<Case> worst, List<Case> falseAlarms) {
    /** Two sentences about one image may stand in a list, not more: a page of one image teaches little. */
    private static final int MOST_OF_ONE_IMAGE = 2;

    private static final int LONG_SIDE_PIXELS = 420;

    /**
     * One sample as it is shown.
     *
     * @param result its scores
     * @param picture prediction and truth over the image
     */
    public record Case(SampleResult result, RgbImage picture) {}

    /** Copies the lists. */
    public CaseGallery {
        best = List.copyOf(best);
        worst = List.copyOf(worst);
        falseAlarms = List.copyOf(falseAlarms);
    }

    /**
     * Chooses cases by their scores and predicts only those again.
     *
     * @param result of the full sentences
     * @param dataset the data set behind it
     * @param predictor the model behind it
     * @param count most cases in each list
     */
    public static CaseGallery choose(
            EvaluationResult result, ReferringDataset dataset, ReferringPredictor predictor, int count) {
        List<SampleResult> targets = result.samples().stream()
                .filter(sample -> !sample.nativeOverlap().truthIsEmpty())
                .toList();
        List<SampleResult> absences =
                result.samples().stream().filter(SampleResult::asksForNothing).toList();
        Comparator<SampleResult> ascending = Comparator.comparingDouble(CaseGallery::intersectionOverUnion);
        Comparator<SampleResult> worstFirst = ascending.thenComparing(Comparator.comparingLong(
                        (SampleResult sample) -> sample.nativeOverlap().truthArea())
                .reversed());
        Comparator<SampleResult> mostConfidentFirst =
                Comparator.comparingDouble(SampleResult::presence).reversed();
        Painter painter = new Painter(dataset, predictor);
        return new CaseGallery(
                painter.paint(first(targets, ascending.reversed(), count)),
                painter.paint(first(targets, worstFirst, count)),
                painter.paint(first(absences, mostConfidentFirst, count)));
    }

    private static double intersectionOverUnion(SampleResult sample) {
        return sample.nativeOverlap().intersectionOverUnion();
    }

    private static List<SampleResult> first(List<SampleResult> samples, Comparator<SampleResult> order, int count) {
        List<SampleResult> chosen = new ArrayList<>();
        Map<String, Integer> ofImage = new HashMap<>();
        for (SampleResult sample : samples.stream().sorted(order).toList()) {
            if (chosen.size() < count
                    && ofImage.merge(sample.sample().imageId(), 1, Integer::sum) <= MOST_OF_ONE_IMAGE) {
                chosen.add(sample);
            }
        }
        return chosen;
    }

    private record Painter(ReferringDataset dataset, ReferringPredictor predictor) {
        List<Case> paint(List<SampleResult> results) {
            return results.stream().map(this::paint).toList();
        }

        private Case paint(SampleResult result) {
            RgbImage image = dataset.readImage(result.sample());
            TargetPrediction prediction =
                    predictor.predict(image, List.of(result.asked())).get(0);
            return new Case(
                    result,
                    CasePicture.paint(
                            image, prediction.nativeMask(), dataset.readMask(result.sample()), LONG_SIDE_PIXELS));
        }
    }
}
