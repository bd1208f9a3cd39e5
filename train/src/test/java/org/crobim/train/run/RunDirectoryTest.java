package org.crobim.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.crobim.core.error.InputException;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunDirectoryTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
    private static final String STARTED = "2023-11-14T22:13:20Z start 1.2";
    private static final String RESUMED = "2023-11-14T22:13:20Z resume 1.2";

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void nameFolder() {
        folder = parent.resolve("runs/first");
    }

    private RunDirectory open(ExistingRun existing, String recipe) {
        return RunDirectory.open(folder, existing, new RunDirectory.Start(recipe, "1.2", CLOCK));
    }

    /** Every file and folder below the run, by its relative name. */
    private List<String> entries() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.skip(1)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aNewRunHasItsFoldersItsRecipeAndALineAboutItsStart() throws IOException {
        RunDirectory run = open(ExistingRun.REFUSE, "name: first\n");

        assertThat(entries()).containsExactly("checkpoints", "config.yaml", "pictures", "version.txt");
        assertThat(run.resumed()).isFalse();
        assertThat(run.path()).isEqualTo(folder);
        assertThat(run.checkpoints()).isEqualTo(folder.resolve("checkpoints")).isDirectory();
        assertThat(run.pictures()).isEqualTo(folder.resolve("pictures")).isDirectory();
        assertThat(run.metrics()).isEqualTo(folder.resolve("metrics.jsonl")).doesNotExist();
        assertThat(RunDirectory.storedConfiguration(folder)).isEqualTo("name: first\n");
        assertThat(Files.readAllLines(folder.resolve("version.txt"))).containsExactly(STARTED);
    }

    @Test
    void anExistingRunIsRefusedAndLeftAsItIs() throws IOException {
        open(ExistingRun.REFUSE, "name: first\n");

        assertThatThrownBy(() -> open(ExistingRun.REFUSE, "name: second\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("already holds a run")
                .hasMessageContaining("--resume");
        assertThat(RunDirectory.storedConfiguration(folder)).isEqualTo("name: first\n");
        assertThat(Files.readAllLines(folder.resolve("version.txt"))).containsExactly(STARTED);
    }

    @Test
    void aResumedRunKeepsItsRecipeAndItsFilesAndNotesTheSecondStart() throws IOException {
        RunDirectory first = open(ExistingRun.REFUSE, "name: first\n");
        Files.writeString(first.metrics(), "figures");
        Files.writeString(first.checkpoints().resolve("last.safetensors"), "weights");

        RunDirectory second = open(ExistingRun.RESUME, "name: second\n");

        assertThat(second.resumed()).isTrue();
        assertThat(RunDirectory.storedConfiguration(folder)).isEqualTo("name: first\n");
        assertThat(second.metrics()).hasContent("figures");
        assertThat(second.checkpoints().resolve("last.safetensors")).hasContent("weights");
        assertThat(Files.readAllLines(folder.resolve("version.txt"))).containsExactly(STARTED, RESUMED);
    }

    @Test
    void overwritingDeletesWhatTheRunWroteAndNothingElse() throws IOException {
        RunDirectory first = open(ExistingRun.REFUSE, "name: first\n");
        Files.writeString(first.metrics(), "figures");
        Files.writeString(first.newEventsFile(CLOCK), "events");
        Files.writeString(first.checkpoints().resolve("last.safetensors"), "weights");
        Files.writeString(first.pictures().resolve("step-1.png"), "picture");
        Files.writeString(folder.resolve("notes.txt"), "looks good");

        RunDirectory second = open(ExistingRun.OVERWRITE, "name: second\n");

        assertThat(second.resumed()).isFalse();
        assertThat(entries()).containsExactly("checkpoints", "config.yaml", "notes.txt", "pictures", "version.txt");
        assertThat(folder.resolve("notes.txt")).hasContent("looks good");
        assertThat(RunDirectory.storedConfiguration(folder)).isEqualTo("name: second\n");
        assertThat(Files.readAllLines(folder.resolve("version.txt"))).containsExactly(STARTED);
    }

    @ParameterizedTest
    @EnumSource(ExistingRun.class)
    void aFolderOfSomebodyElseIsNeverTouched(ExistingRun existing) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("thesis.tex"), "years of work");

        assertThatThrownBy(() -> open(existing, "name: first\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(folder.toString());
        assertThat(entries()).containsExactly("thesis.tex");
    }

    @Test
    void thereMustBeARunToResume() {
        assertThatThrownBy(() -> open(ExistingRun.RESUME, "name: first\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no run to resume");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aStartThatDiedBeforeItsRecipeDoesNotBlockTheFolder() throws IOException {
        open(ExistingRun.REFUSE, "name: first\n");
        Files.delete(folder.resolve("config.yaml"));

        open(ExistingRun.REFUSE, "name: second\n");

        assertThat(RunDirectory.storedConfiguration(folder)).isEqualTo("name: second\n");
    }

    @Test
    void aCheckpointWithoutARecipeIsSomebodysWork() throws IOException {
        RunDirectory run = open(ExistingRun.REFUSE, "name: first\n");
        Files.writeString(run.checkpoints().resolve("last.safetensors"), "weights");
        Files.delete(folder.resolve("config.yaml"));

        assertThatThrownBy(() -> open(ExistingRun.OVERWRITE, "name: second\n")).isInstanceOf(UsageException.class);
        assertThat(run.checkpoints().resolve("last.safetensors")).hasContent("weights");
    }

    @Test
    void checkingRefusesTheSameAndWritesNothing() throws IOException {
        RunDirectory.check(folder, ExistingRun.REFUSE);
        assertThat(folder).doesNotExist();
        assertThatThrownBy(() -> RunDirectory.check(folder, ExistingRun.RESUME)).isInstanceOf(UsageException.class);

        open(ExistingRun.REFUSE, "name: first\n");
        List<String> before = entries();
        RunDirectory.check(folder, ExistingRun.RESUME);
        RunDirectory.check(folder, ExistingRun.OVERWRITE);
        assertThatThrownBy(() -> RunDirectory.check(folder, ExistingRun.REFUSE)).isInstanceOf(UsageException.class);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
        Files.createDirectories(parent.resolve("runs"));
        Files.writeString(folder, "a file");

        assertThatThrownBy(() -> open(ExistingRun.REFUSE, "name: first\n"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aMissingRecipeIsNamed() {
        assertThatThrownBy(() -> RunDirectory.storedConfiguration(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("config.yaml");
    }

    @Test
    void everyStartHasATensorBoardFileOfItsOwn() throws IOException {
        RunDirectory run = open(ExistingRun.REFUSE, "name: first\n");

        for (String name : List.of(
                "events.out.tfevents.1700000000.crobim",
                "events.out.tfevents.1700000000.crobim.1",
                "events.out.tfevents.1700000000.crobim.2")) {
            Path events = run.newEventsFile(CLOCK);
            assertThat(events).isEqualTo(folder.resolve(name)).doesNotExist();
            Files.createFile(events);
        }
    }
}
