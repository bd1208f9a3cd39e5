package org.crobim.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aNewFileIsWrittenWithItsFolders() {
        Path target = folder.resolve("a/b/scores.json");

        AtomicFile.writeString(target, false, "Größe");

        assertThat(target).content().isEqualTo("Größe");
        assertThat(target.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anExistingFileIsKeptUnlessOverwritingIsAskedFor() {
        Path target = folder.resolve("scores.json");
        AtomicFile.writeString(target, false, "first");

        assertThatThrownBy(() -> AtomicFile.writeString(target, false, "second"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("scores.json")
                .hasMessageContaining("--overwrite");
        assertThat(target).content().isEqualTo("first");

        AtomicFile.writeString(target, true, "third");
        assertThat(target).content().isEqualTo("third");
    }

    @Test
    void aDiskThatFillsUpLeavesTheOldFileAndNothingElse() {
        Path target = folder.resolve("mask.png");
        AtomicFile.writeString(target, false, "old");

        assertThatThrownBy(() -> AtomicFile.write(target, true, stream -> {
                    stream.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("mask.png")
                .hasMessageContaining("No space left on device");
        assertThat(folder).isDirectoryContaining("glob:**mask.png").isDirectoryNotContaining("glob:**.part");
        assertThat(target).content().isEqualTo("old");
    }

    @Test
    void aFaultOfTheProgramLeavesNothingBehind() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("x"), false, stream -> {
                    throw new IllegalStateException("fault");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderCannotBeOverwritten() {
        assertThatThrownBy(() -> AtomicFile.writeString(folder, true, "x"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void aFolderThatCannotExistIsAnOutputError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> AtomicFile.writeString(file.resolve("below"), false, "x"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("cannot be written");
    }
}
