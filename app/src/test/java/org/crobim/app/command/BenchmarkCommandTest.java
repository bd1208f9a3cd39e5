package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCommandTest {
    @TempDir
    Path folder;

    private Path plan = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writePlan() throws IOException {
        out = folder.resolve("my benchmark");
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), """
                name: shared
                model: {preset: nano, inputSide: 64}
                data: {format: rendered, questionsPerImage: 1}
                optimization: {steps: 1, imagesPerStep: 1}
                evaluation: {everySteps: 100, questionsPerImage: 1, pictures: 0}
                runtime: {threads: 1}
                """);
        plan = Files.writeString(folder.resolve("plan.yaml"), """
                name: Two small networks
                recipe: %s
                models:
                  - name: CroBIM
                  - {name: without CAPM, set: ["model.overrides={prompts: 0}"], seeds: [1]}
                datasets:
                  - name: Rendered
                    test: {format: rendered, scenes: 3, sidePixels: 64, sentencesPerImage: 2}
                    published: refsegrs
                  - name: Harder
                    weightsOf: Rendered
                    test: {format: rendered, scenes: 2, sidePixels: 64, sentencesPerImage: 1, seed: 9}
                seeds: [1, 2]
                resamples: 100
                timedRuns: 1
                """.formatted(recipe));
    }

    @Test
    void everyModelIsTrainedJudgedAndSetBesideThePublishedScores() throws IOException {
        Typed typed = benchmark();

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode report = typed.json();
        assertThat(report.path("finished").asBoolean()).isTrue();
        assertThat(report.path("cells")).hasSize(6);
        assertThat(report.path("cells").get(0).path("modelSize").path("mIoU").asDouble())
                .isBetween(0.0, 100.0);
        assertThat(report.path("differences").get(0).path("seeds").asInt()).isEqualTo(1);
        assertThat(report.path("costs").path("CroBIM").path("furtherFlops").asLong())
                .isLessThan(
                        report.path("costs").path("CroBIM").path("firstFlops").asLong());

        String tables = Files.readString(out.resolve("benchmark.md"));
        assertThat(tables)
                .contains("# Two small networks", "6 of 6 cells judged")
                .contains("| Model | Pr@0.5 | Pr@0.6 | Pr@0.7 | Pr@0.8 | Pr@0.9 | oIoU | mIoU |")
                .contains("CroBIM minus without CAPM")
                .containsPattern("\\| CroBIM \\| .* \\| 2 \\| this program \\|")
                .containsPattern("\\| without CAPM \\| .* \\| 1 \\| this program \\|")
                .containsPattern("\\| \\*LAVT\\* \\| \\*51.84\\* .*\\*published: DiCoR");
        assertThat(Files.readAllLines(out.resolve("benchmark.csv")))
                .anyMatch(line -> line.startsWith("Rendered,modelSize,CroBIM,ours,2,"))
                .anyMatch(line -> line.startsWith("Rendered,modelSize,LAVT,published,,51.8400,"));
        assertThat(Files.readString(out.resolve("benchmark.tex")))
                .contains("\\begin{tabular}", "\\toprule", "\\textit{LAVT}", "$\\pm$");
        assertThat(Files.readString(out.resolve("benchmark.html")))
                .contains("<h1>Two small networks</h1>", "<i>LAVT</i>");
        assertThat(Files.readString(out.resolve("sheet-rendered.html")))
                .contains("Largest disagreement", "without CAPM", "data:image/jpeg");
    }

    @Test
    void whatIsDoneIsNotDoneAgainAndModelsMayJoin() throws IOException {
        assertThat(benchmark("--set", "seeds=[1]").exitCode()).isZero();
        Path first = out.resolve("cells/rendered/crobim/seed-1/cell.json");
        FileTime written = Files.getLastModifiedTime(first);

        Typed refused = benchmark();
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.json().toString()).contains("holds a benchmark already", "--resume");

        Typed resumed = benchmark("--resume");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.json().path("cells")).hasSize(6);
        assertThat(out.resolve("cells/harder/crobim/seed-2/run")).doesNotExist();
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(written);
        assertThat(out.resolve("cells/rendered/crobim/seed-2/cell.json")).isRegularFile();
    }

    @Test
    void anAnswerToOtherQuestionsIsNotMixedIn() throws IOException {
        assertThat(benchmark("--set", "seeds=[1]").exitCode()).isZero();
        Files.writeString(plan, Files.readString(plan).replace("scenes: 3", "scenes: 4"));

        Typed resumed = benchmark("--set", "seeds=[1]", "--resume");

        assertThat(resumed.exitCode()).isEqualTo(2);
        assertThat(resumed.json().toString()).contains("other questions", "cell.json");
    }

    @Test
    void aWrongRecipeEndsTheCommandBeforeAnythingIsTrained() {
        Typed typed = benchmark("--set", "models=[{name: odd, set: [model.preset=nanno]}]");

        assertThat(typed.exitCode()).isEqualTo(4);
        assertThat(typed.json().toString()).contains("nanno");
        assertThat(out).doesNotExist();
    }

    private Typed benchmark(Object... more) {
        Object[] arguments = new Object[more.length + 7];
        System.arraycopy(
                new Object[] {"benchmark", "--config", plan, "--out", out, "--json", "--quiet"}, 0, arguments, 0, 7);
        System.arraycopy(more, 0, arguments, 7, more.length);
        return Typed.crobim(arguments);
    }
}
