package org.crobim.train.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crobim.data.render.RenderedReferringDataset;
import org.crobim.data.render.SceneSpec;
import org.crobim.language.generate.ExpressionGenerator;
import org.crobim.language.generate.GeneratorOptions;
import org.crobim.language.phrase.GrammarWords;
import org.crobim.model.crobim.CroBimConfiguration;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.text.Vocabulary;
import org.crobim.predict.SegmenterOptions;
import org.crobim.train.loop.Validation;
import org.crobim.train.run.ExistingRun;
import org.crobim.train.run.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetValidationTest {
    @TempDir
    Path folder;

    @Test
    void aTrainingSeesScoresAndTextControlsAndPicturesOfTheSameSamplesEachTime() throws IOException {
        RenderedReferringDataset list = RenderedReferringDataset.create(
                new RenderedReferringDataset.Plan("val", 8, 4, 11),
                SceneSpec.square(96),
                new ExpressionGenerator(GeneratorOptions.standard()));
        RunDirectory run = RunDirectory.open(
                folder.resolve("run"), ExistingRun.REFUSE, new RunDirectory.Start("{}", "test", Clock.systemUTC()));
        Validation validation =
                new DatasetValidation(list, new DatasetValidation.Settings(SegmenterOptions.onCpu(), 3, 1));
        try (ReferringModel model = smallestModel()) {
            Map<String, Double> figures = validation.evaluate(model, run, 12);

            assertThat(figures)
                    .containsKeys(
                            "mIoU",
                            "oIoU",
                            "pr50",
                            "pr90",
                            "extremePr50",
                            "classOnlyMIoU",
                            "shuffledMIoU",
                            "presenceAuc");
            assertThat(figures.get("presenceThreshold")).isEqualTo(model.presenceThreshold());
            assertThat(validation.evaluate(model, run, 13)).isEqualTo(figures);
        }
        try (Stream<Path> pictures = Files.list(run.pictures())) {
            assertThat(pictures.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "step-0000012-00.png",
                            "step-0000012-01.png",
                            "step-0000012-02.png",
                            "step-0000013-00.png",
                            "step-0000013-01.png",
                            "step-0000013-02.png");
        }
    }

    private static ReferringModel smallestModel() {
        CroBimConfiguration configuration = CroBimConfiguration.preset("nano")
                .with(Map.of(
                        "vision", Map.of("channels", List.of(8, 8, 8, 8), "depths", List.of(1, 1, 1, 1)),
                        "text", Map.of("layers", 1, "width", 8, "heads", 2),
                        "width", 8,
                        "heads", 2,
                        "inputSide", 32));
        return ReferringModel.create(configuration, Vocabulary.ofWords(GrammarWords.all()), 3);
    }
}
