package org.crobim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.crobim.core.error.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSplitTest {
    private static final List<String> NAMES =
            IntStream.range(0, 20).mapToObj("%03d.jpg"::formatted).toList();

    @TempDir
    private Path folder;

    @Test
    void everyNameGoesToOnePartWhateverTheOrderGiven() {
        ImageSplit split = ImageSplit.of(NAMES, 1, new ImageSplit.Counts(14, 3, 3));
        List<String> all = new ArrayList<>(split.train());
        all.addAll(split.val());
        all.addAll(split.names(ImageSplit.Part.TEST));
        assertThat(all).containsExactlyInAnyOrderElementsOf(NAMES);
        List<String> reversed = NAMES.stream().sorted(Comparator.reverseOrder()).toList();
        assertThat(ImageSplit.of(reversed, 1, new ImageSplit.Counts(14, 3, 3))).isEqualTo(split);
        assertThat(ImageSplit.of(NAMES, 2, new ImageSplit.Counts(14, 3, 3))).isNotEqualTo(split);
    }

    @Test
    void aWrittenSplitReadsBackEqual() throws IOException {
        ImageSplit split = ImageSplit.of(NAMES, 1, new ImageSplit.Counts(14, 3, 3));
        Path file = Files.writeString(folder.resolve("split.json"), split.toJson());
        assertThat(ImageSplit.read(file)).isEqualTo(split);
    }

    @Test
    void anImageInTwoPartsIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("split.json"),
                "{\"seed\": 1, \"train\": [\"a.jpg\", \"b.jpg\"], \"val\": [\"a.jpg\"], \"test\": []}");
        assertThatThrownBy(() -> ImageSplit.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("\"a.jpg\" is named twice");
    }

    @Test
    void aMissingPartOrAnUnknownKeyIsRefused() throws IOException {
        Path part =
                Files.writeString(folder.resolve("part.json"), "{\"seed\": 1, \"train\": [\"a.jpg\"], \"val\": []}");
        assertThatThrownBy(() -> ImageSplit.read(part)).hasMessageContaining("test");
        Path key = Files.writeString(
                folder.resolve("key.json"),
                "{\"seed\": 1, \"train\": [\"a.jpg\"], \"val\": [], \"test\": [], \"trian\": []}");
        assertThatThrownBy(() -> ImageSplit.read(key)).hasMessageContaining("trian");
        assertThatThrownBy(() -> ImageSplit.read(folder.resolve("none.json"))).hasMessageContaining("does not exist");
    }

    @Test
    void theCommittedSplitOfVhr10Holds400And60And60Images() {
        ImageSplit split = ImageSplit.read(Path.of("../configs/vhr10-split.json"));
        assertThat(split.train()).hasSize(400);
        assertThat(split.val()).hasSize(60);
        assertThat(split.test()).hasSize(60);
    }
}
