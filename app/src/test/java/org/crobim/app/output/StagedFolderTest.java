package org.crobim.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFolderTest {
    private static final Pattern OURS = Pattern.compile("(\\d+|index)\\.txt");

    @TempDir
    Path parent;

    @Test
    void nothingIsSeenBeforePublishingAndNothingIsLeftBesideIt() throws IOException {
        Path folder = parent.resolve("deep/out");
        try (StagedFolder staged = StagedFolder.prepare(folder, OURS, false)) {
            staged.write("0.txt", new byte[] {1});
            assertThat(folder).doesNotExist();

            staged.publish();
        }

        assertThat(names(folder)).containsExactly("0.txt");
        assertThat(names(parent)).containsExactly("deep");
    }

    @Test
    void aRunThatEndsEarlyLeavesNoTrace() throws IOException {
        try (StagedFolder staged = StagedFolder.prepare(parent.resolve("out"), OURS, false)) {
            staged.write("0.txt", new byte[] {1});
        }

        assertThat(names(parent)).isEmpty();
    }

    @Test
    void aFullDiskKeepsTheFormerResults() throws IOException {
        Path folder = Files.createDirectories(parent.resolve("out"));
        Files.writeString(folder.resolve("0.txt"), "former");
        StagedFolder.FileSink fullDisk = (file, content) -> {
            Files.write(file, new byte[] {1});
            throw new IOException("No space left on device");
        };

        try (StagedFolder staged = StagedFolder.prepare(folder, OURS, true, fullDisk)) {
            assertThatThrownBy(() -> staged.write("0.txt", new byte[] {1, 2, 3}))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("free space");
        }

        assertThat(folder.resolve("0.txt")).hasContent("former");
        assertThat(names(folder)).containsExactly("0.txt");
    }

    @Test
    void overwritingReplacesAFormerRunAsAWholeAndLeavesForeignFilesAlone() throws IOException {
        for (String name : List.of("0.txt", "1.txt", "index.txt", "mine.txt")) {
            Files.writeString(parent.resolve(name), "former");
        }

        try (StagedFolder staged = StagedFolder.prepare(parent, OURS, true)) {
            staged.write("0.txt", "new".getBytes(StandardCharsets.UTF_8));
            staged.publish();
        }

        assertThat(names(parent)).containsExactly("0.txt", "mine.txt");
        assertThat(parent.resolve("0.txt")).hasContent("new");
    }

    @Test
    void ofTwoRunsWithOneFolderTheLaterIsRefused() throws IOException {
        try (StagedFolder first = StagedFolder.prepare(parent, OURS, false);
                StagedFolder second = StagedFolder.prepare(parent, OURS, false)) {
            first.write("0.txt", new byte[] {1});
            second.write("0.txt", new byte[] {2});
            second.write("1.txt", new byte[] {2});
            first.publish();

            assertThatThrownBy(second::publish)
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("0.txt: exists already");
        }

        assertThat(names(parent)).containsExactly("0.txt");
        assertThat(parent.resolve("0.txt")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void ofTwoRunsThatMayOverwriteTheLaterReplacesEveryFile() throws IOException {
        try (StagedFolder first = StagedFolder.prepare(parent, OURS, true);
                StagedFolder second = StagedFolder.prepare(parent, OURS, true)) {
            first.write("0.txt", new byte[] {1});
            first.write("1.txt", new byte[] {1});
            second.write("1.txt", new byte[] {2});
            first.publish();
            second.publish();
        }

        assertThat(names(parent)).containsExactly("1.txt");
        assertThat(parent.resolve("1.txt")).hasBinaryContent(new byte[] {2});
    }

    @Test
    void nothingIsMovedWhileAnotherRunMovesItsFiles() throws IOException {
        Path claim = Files.createFile(parent.resolve(".crobim-publishing"));

        try (StagedFolder staged = StagedFolder.prepare(parent, OURS, true)) {
            staged.write("0.txt", new byte[] {1});

            assertThatThrownBy(staged::publish)
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("another run")
                    .hasMessageContaining(claim.toString());
        }

        assertThat(names(parent)).containsExactly(".crobim-publishing");
    }

    @Test
    void aFormerRunIsRefusedUnlessOverwritingIsAllowed() throws IOException {
        Files.writeString(parent.resolve("3.txt"), "former");

        assertThatThrownBy(() -> StagedFolder.prepare(parent, OURS, false))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("3.txt: exists already")
                .hasMessageContaining("--overwrite");
        assertThat(names(parent)).containsExactly("3.txt");
    }

    @Test
    void anythingElseThanAFolderIsNotWritable() {
        Path device = Path.of("/dev/full");

        assertThatThrownBy(() -> StagedFolder.prepare(Files.exists(device) ? device : file(), OURS, true))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("is a file, expected a folder");
        assertThatThrownBy(() -> StagedFolder.prepare(file().resolve("out"), OURS, true))
                .isInstanceOf(OutputException.class);
    }

    @Test
    void aNameThatWouldNotBeFoundAgainIsAFault() {
        try (StagedFolder staged = StagedFolder.prepare(parent.resolve("out"), OURS, false)) {
            assertThatThrownBy(() -> staged.write("other.txt", new byte[0]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Path file() throws IOException {
        return Files.writeString(parent.resolve("a-file"), "");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
