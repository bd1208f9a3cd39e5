package org.crobim.app.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.predict.Segmenter;
import org.crobim.predict.SegmenterOptions;
import org.crobim.train.comparison.Comparison;
import org.crobim.train.comparison.Contestant;
import org.crobim.train.comparison.JudgedCell;
import org.crobim.train.comparison.SheetSelection;
import org.crobim.train.comparison.TestBed;
import org.crobim.train.comparison.page.QualitativeSheet;
import org.crobim.train.evaluation.NetworkPredictor;

/** Sheets of pictures, one for each data set: the first run of each model that has one. */
final class ComparisonSheets {
    private final Comparison comparison;
    private final ComparisonFolder folder;
    private final SegmenterOptions options;

    ComparisonSheets(Comparison comparison, ComparisonFolder folder, SegmenterOptions options) {
        this.comparison = comparison;
        this.folder = folder;
        this.options = options;
    }

    /** Writes them; a data set that no model was judged on has none. */
    void write() {
        comparison.plan().datasets().forEach(this::write);
    }

    private void write(TestBed data) {
        List<JudgedCell> cells = new ArrayList<>();
        for (Contestant model : comparison.plan().models()) {
            comparison.cells(data, model).stream().findFirst().ifPresent(cells::add);
        }
        List<SheetSelection.Group> groups =
                SheetSelection.choose(cells, comparison.plan().samplesPerGroup());
        if (groups.isEmpty()) {
            return;
        }
        ReferringDataset questions = data.test().open();
        List<ReferringSample> chosen = chosen(questions, groups);
        Map<String, Map<String, Mask>> answers = new LinkedHashMap<>();
        cells.forEach(cell -> answers.put(cell.model(), answers(cell, questions, chosen)));
        folder.writeResult(
                "sheet-%s.html".formatted(data.folderName()),
                new QualitativeSheet(questions, answers).page("Answers on " + data.name(), groups));
    }

    private static List<ReferringSample> chosen(ReferringDataset questions, List<SheetSelection.Group> groups) {
        Set<String> ids = new LinkedHashSet<>();
        groups.forEach(group -> group.samples().forEach(sample -> ids.add(sample.id())));
        return questions.samples().stream()
                .filter(sample -> ids.contains(sample.id()))
                .toList();
    }

    private Map<String, Mask> answers(JudgedCell cell, ReferringDataset questions, List<ReferringSample> chosen) {
        Map<String, Mask> masks = new LinkedHashMap<>();
        try (Segmenter segmenter = Segmenter.load(folder.weights(cell), options)) {
            NetworkPredictor predictor = new NetworkPredictor(segmenter);
            for (ReferringSample sample : chosen) {
                masks.put(
                        sample.id(),
                        predictor
                                .predict(questions.readImage(sample), List.of(sample.text()))
                                .get(0)
                                .nativeMask());
            }
        }
        return masks;
    }
}
