package org.crobim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assumptions;
import org.crobim.core.error.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitListsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeLists() throws IOException {
        Files.writeString(folder.resolve("train.txt"), "00002\r\n00001\r\n\r\n");
        Files.writeString(folder.resolve("val.txt"), "00003");
        Files.writeString(folder.resolve("test.txt"), "");
    }

    @Test
    void aFolderOfListsIsASplitInTheOrderOfItsLines() {
        ImageSplit split = ImageSplit.read(folder);

        assertThat(split.train()).containsExactly("00002", "00001");
        assertThat(split.val()).containsExactly("00003");
        assertThat(split.test()).isEmpty();
    }

    @Test
    void aNameInTwoListsIsNamedWithBothPlaces() throws IOException {
        Files.writeString(folder.resolve("test.txt"), "00009\n00001\n");

        assertThatThrownBy(() -> ImageSplit.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("test.txt line 2")
                .hasMessageContaining("train.txt line 2");
    }

    @Test
    void aMissingOrEmptyListIsNamed() throws IOException {
        Files.writeString(folder.resolve("train.txt"), "\n");
        assertThatThrownBy(() -> ImageSplit.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("train.txt names no image");

        Files.delete(folder.resolve("train.txt"));
        assertThatThrownBy(() -> ImageSplit.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("train.txt does not exist");
    }

    @Test
    void diorIsSplitInto5862And5863And11738Images() {
        Path shared = Path.of(System.getProperty("crobim.shared", "../../shared"), "data", "dior-xml");
        Assumptions.assumeThat(shared)
                .as("needs dior-xml under -Dcrobim.shared")
                .isDirectory();
        ImageSplit split = ImageSplit.read(shared);

        assertThat(split.train()).hasSize(5_862);
        assertThat(split.val()).hasSize(5_863);
        assertThat(split.test()).hasSize(11_738);
    }
}
