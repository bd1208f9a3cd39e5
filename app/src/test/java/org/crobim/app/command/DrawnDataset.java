package org.crobim.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.crobim.core.progress.Progress;
import org.crobim.data.render.RenderedReferringDataset;
import org.crobim.data.render.SceneSpec;
import org.crobim.data.risbench.RisBenchWriter;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SentenceSource;
import org.crobim.language.Stratum;
import org.crobim.model.text.Vocabulary;

/** Drawn scenes in the layout of RISBench, one sentence each: splits train and test with two samples. */
final class DrawnDataset {
    static final String SENTENCE = "the first thing that is listed";

    private static final SentenceSource FIRST_OBJECT = (layout, count, random) -> List.of(new ReferringExpression(
            SENTENCE, OptionalInt.of(0), layout.objects().get(0).category(), Stratum.UNIQUE));

    private DrawnDataset() {}

    static void write(Path root) {
        writeSplit(root, "train", 11);
        writeSplit(root, "test", 12);
    }

    /** A vocabulary that holds every word of the sentences. */
    static Path writeVocabulary(Path file) throws IOException {
        return Files.writeString(file, Vocabulary.ofWords(List.of(SENTENCE)).text());
    }

    private static void writeSplit(Path root, String split, long seed) {
        RenderedReferringDataset scenes = RenderedReferringDataset.create(
                new RenderedReferringDataset.Plan(split, 2, 1, seed), SceneSpec.square(96), FIRST_OBJECT);
        RisBenchWriter.write(scenes, root, split, Progress.silent());
    }
}
