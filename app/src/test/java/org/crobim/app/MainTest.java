package org.crobim.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crobim.app.command.NanoWeights;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: the properties of Java as they are before the first line runs. */
class MainTest {
    @TempDir
    Path folder;

    @Test
    void digitsDoNotFollowTheLanguageOfTheUser() throws Exception {
        Path weights = NanoWeights.write(folder.resolve("nano.safetensors"), 0);

        Launched demo = Launched.crobim(
                folder, List.of("user.language=ar", "user.country=EG"), "demo", "--weights", weights, "--out", "demo");

        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(folder.resolve("demo/0-marina.0.mask.png")).isNotEmptyFile();
        assertThat(demo.out()).contains("0.").doesNotContainPattern("[\u0660-\u0669]");
    }

    @Test
    void decimalsHaveAPointInEveryCountry() throws Exception {
        Path weights = NanoWeights.write(folder.resolve("nano.safetensors"), 0);
        Path image = folder.resolve("scene.png");
        ImageFiles.writePng(image, new RgbImage(20, 10, new byte[600]));

        Launched segment = Launched.crobim(
                folder,
                List.of("user.language=de", "user.country=DE"),
                "segment",
                "--weights",
                weights,
                "--image",
                image,
                "--expression",
                "the ship",
                "--out",
                "found");

        assertThat(segment.exitCode()).as(segment.err()).isZero();
        assertThat(segment.out()).containsPattern("presence \\d\\.\\d\\d");
    }

    @Test
    void aLibraryThatCannotBeUnpackedIsNamedWithItsReason() throws Exception {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        List<String> nowhereToUnpack =
                List.of("org.bytedeco.javacpp.cachedir=" + file, "user.home=" + file, "java.io.tmpdir=" + file);

        Launched doctor = Launched.crobim(folder, nowhereToUnpack, "doctor");
        Launched bench = Launched.crobim(folder, nowhereToUnpack, "bench", "--model", "nano", "--quiet");

        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("failed   native library  cannot unpack libtorch into " + file)
                .doesNotContain("null");
        assertThat(bench.exitCode()).isEqualTo(1);
        assertThat(bench.err())
                .contains("the native library does not load (cannot unpack libtorch into " + file)
                .doesNotContain("null");
    }

    @Test
    void theLibrariesLogOnlyWhenAsked() throws Exception {
        Path weights = NanoWeights.write(folder.resolve("nano.safetensors"), 0);

        Launched usual = Launched.crobim(folder, List.of(), "doctor", "--weights", weights);
        Launched verbose = Launched.crobim(folder, List.of(), "doctor", "--weights", weights, "--verbose");

        assertThat(usual.err()).isEmpty();
        assertThat(verbose.err()).contains("DEBUG");
        assertThat(verbose.out()).contains("nano.safetensors").doesNotContain("DEBUG");
    }
}
