package org.crobim.train.evaluation;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.crobim.core.file.AtomicFile;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.Overlay;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.core.progress.Progress;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.language.Stratum;
import org.crobim.model.referring.ReferringModel;
import org.crobim.predict.Segmenter;
import org.crobim.predict.SegmenterOptions;
import org.crobim.train.loop.Validation;
import org.crobim.train.metrics.MaskOverlap;
import org.crobim.train.metrics.PresenceCalibration;
import org.crobim.train.metrics.PresenceScores;
import org.crobim.train.metrics.ScoreSummary;
import org.crobim.train.metrics.SegmentationScores;
import org.crobim.train.run.RunDirectory;

/**
 * Judges a training on a fixed list of sentences, with text controls from the first evaluation on.
 *
 * <p>Figures, percentages 0..100 at native size without the presence gate: {@code mIoU}, {@code oIoU}, {@code pr50} .. {@code pr90},
 * {@code extremePr50} (only right when position words are understood), {@code classOnlyMIoU}, {@code shuffledMIoU}; and
 * {@code presenceAuc}, {@code presenceThreshold}, 0..1. A figure without samples behind it is left out. The presence threshold of the
 * model is calibrated each time the list holds sentences with and without a target, so that every kept checkpoint carries its own.
 */
public final class DatasetValidation implements Validation {
    private static final Set<TextControl> CONTROLS = EnumSet.of(TextControl.CLASS_ONLY, TextControl.SHUFFLED);
    private static final int PICTURE_SIDE_PIXELS = 640;

    private final ReferringDataset dataset;
    private final Settings settings;

    /**
     * How the list is judged.
     *
     * @param segmenter how the network runs; its device is the one that the network is on
     * @param pictures predictions painted at each evaluation, spread evenly over the list, at least 0
     * @param seed of the shuffled sentences
     */
    public record Settings(SegmenterOptions segmenter, int pictures, long seed) {
        /** Checks the count. */
        public Settings {
            if (pictures < 0) {
                throw new IllegalArgumentException("Pictures cannot number " + pictures);
            }
        }
    }

    /**
     * @param dataset the validation list, declared absences included where presence is to be calibrated
     */
    public DatasetValidation(ReferringDataset dataset, Settings settings) {
        this.dataset = dataset;
        this.settings = settings;
    }

    @Override
    public Map<String, Double> evaluate(ReferringModel model, RunDirectory run, long step) {
        try (Segmenter segmenter = Segmenter.around(model, settings.segmenter())) {
            return evaluate(new NetworkPredictor(segmenter), model, run, step);
        }
    }

    private Map<String, Double> evaluate(
            ReferringPredictor predictor, ReferringModel model, RunDirectory run, long step) {
        ControlReport report = new Evaluator(predictor, settings.seed()).evaluate(dataset, CONTROLS, Progress.silent());
        Map<String, Double> figures = figures(report);
        PresenceScores presence = report.full().presence();
        presence.areaUnderCurve().ifPresent(area -> {
            figures.put("presenceAuc", area);
            model.setPresenceThreshold(PresenceCalibration.calibrate(presence).threshold());
            figures.put("presenceThreshold", model.presenceThreshold());
        });
        paint(predictor, run.pictures(), step);
        return figures;
    }

    private static Map<String, Double> figures(ControlReport report) {
        SegmentationScores scores = report.full().nativeScores();
        ScoreSummary all = scores.summary();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(SCORE, all.mIoU());
        figures.put("oIoU", all.oIoU());
        figures.put("pr50", all.pr50());
        figures.put("pr60", all.pr60());
        figures.put("pr70", all.pr70());
        figures.put("pr80", all.pr80());
        figures.put("pr90", all.pr90());
        String extreme = Stratum.EXTREME.name().toLowerCase(Locale.ROOT);
        ScoreSummary extremes = scores.summarize(score -> score.tags().stratum().equals(extreme));
        if (extremes.count() > 0) {
            figures.put("extremePr50", extremes.pr50());
        }
        for (TextControl control : CONTROLS) {
            report.result(control)
                    .map(result -> result.nativeScores().summary())
                    .filter(summary -> summary.count() > 0)
                    .ifPresent(summary -> figures.put(control.key() + "MIoU", summary.mIoU()));
        }
        return figures;
    }

    private void paint(ReferringPredictor predictor, Path folder, long step) {
        List<ReferringSample> samples = dataset.samples();
        int count = Math.min(settings.pictures(), samples.size());
        IntStream.range(0, count).forEach(i -> {
            ReferringSample sample = samples.get((int) ((long) i * samples.size() / count));
            Path file = folder.resolve(String.format(Locale.ROOT, "step-%07d-%02d.png", step, i));
            AtomicFile.writeBytes(file, true, ImageFiles.encodePng(picture(predictor, sample)));
        });
    }

    private RgbImage picture(ReferringPredictor predictor, ReferringSample sample) {
        RgbImage image = dataset.readImage(sample);
        Mask truth = dataset.readMask(sample);
        TargetPrediction prediction =
                predictor.predict(image, List.of(sample.text())).get(0);
        String caption = String.format(
                Locale.ROOT,
                "%s%nIoU %.1f %%, presence %.2f (threshold %.2f)",
                sample.text(),
                100 * MaskOverlap.between(prediction.nativeMask(), truth).intersectionOverUnion(),
                prediction.presence(),
                predictor.presenceThreshold());
        return Overlay.caption(CasePicture.paint(image, prediction.nativeMask(), truth, PICTURE_SIDE_PIXELS), caption);
    }
}
