package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.crobim.core.progress.Progress;
import org.crobim.data.render.RenderedReferringDataset;
import org.crobim.data.render.SceneSpec;
import org.crobim.data.risbench.RisBenchWriter;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SentenceSource;
import org.crobim.language.Stratum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetStatsCommandTest {
    private static final SentenceSource WHITE_SHIP = (layout, count, random) -> List.of(new ReferringExpression(
            "The white ship at the top of the image.",
            OptionalInt.of(0),
            layout.objects().get(0).category(),
            Stratum.POSITION));

    @TempDir
    private Path folder;

    @BeforeEach
    void writeDataset() {
        for (String split : List.of("train", "test")) {
            RenderedReferringDataset scenes = RenderedReferringDataset.create(
                    new RenderedReferringDataset.Plan(split, 2, 1, 11), SceneSpec.square(96), WHITE_SHIP);
            RisBenchWriter.write(scenes, folder.resolve("set"), split, Progress.silent());
        }
    }

    @Test
    void theSentencesTellClassStratumAndAttributes() {
        Typed typed = stats("set", "--split", "train", "--split", "test", "--quiet");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("4 samples", "test 2, train 2", "words: 9.00", "image relative 100.0 %")
                .contains("absolute position 100.0 %, colour 100.0 %")
                .contains("two distractors unknown")
                .containsPattern("ship +4 ");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void oneObjectIsPrintedForPrograms() {
        Typed typed = stats("set", "--split", "test", "--json", "--quiet");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().isObject()).isTrue();
    }

    @Test
    void missingThingsAreNamed() {
        Typed folderMissing = stats("none", "--split", "test");
        assertThat(folderMissing.exitCode()).isEqualTo(3);
        assertThat(folderMissing.err()).contains("no such folder");

        Typed splitMissing = stats("set", "--split", "val");
        assertThat(splitMissing.exitCode()).isEqualTo(3);
        assertThat(splitMissing.err()).contains("output_phrase_val.txt");

        assertThat(stats("set").exitCode()).isEqualTo(2);
    }

    private Typed stats(String name, Object... further) {
        List<Object> words =
                new ArrayList<>(List.of("dataset", "stats", "--data", folder.resolve(name), "--format", "risbench"));
        words.addAll(List.of(further));
        return Typed.crobim(words.toArray());
    }
}
