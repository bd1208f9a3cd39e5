package org.crobim.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script itself, in a copy of the project where Java and Maven are scripts that tell how they were called. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    /** What the script may call; Java and Maven of this machine stay out of sight. */
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "dirname",
            "find",
            "getconf",
            "grep",
            "head",
            "mkdir",
            "nproc",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tail",
            "touch",
            "uname");

    private static final String JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "17.0.9" 2023-10-17' >&2; exit 0; fi
            echo "policy=$OMP_WAIT_POLICY threads=$OMP_NUM_THREADS arenas=$MALLOC_ARENA_MAX"
            for argument in "$@"; do echo "<$argument>"; done
            exit 42
            """;

    private static final String MAVEN = """
            #!/bin/sh
            if [ "$1" = --version ]; then echo 'Apache Maven 3.9.1 (abc)'; exit 0; fi
            echo "$@" >>builds
            :
            mkdir -p app/target
            echo jar >app/target/crobim-app.jar
            printf '%s' "$PWD/pom.xml" >app/target/classpath.txt
            """;

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path tools = Path.of("");

    private record Run(int exitCode, String out, String err) {}

    @BeforeEach
    void copyTheScriptBesideAnEmptyProject() throws IOException {
        home = Files.createDirectories(folder.resolve("a project"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(Path.of("..", "crobim"), home.resolve("crobim"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve("app/src/main"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(home.resolve("app/pom.xml"), "<project/>");
        for (String tool : TOOLS) {
            for (String place : List.of("/usr/bin", "/bin")) {
                if (Files.exists(Path.of(place, tool))) {
                    script(tool, "#!/bin/sh\nexec %s/%s \"$@\"\n".formatted(place, tool));
                }
            }
        }
        script("java", JAVA);
        script("javac", "#!/bin/sh\n");
        script("mvn", MAVEN);
    }

    @Test
    void argumentsReachTheApplicationUntouchedAndItsExitCodeComesBack() throws Exception {
        Run run = crobim("segment", "--expression", "the \"largest\" ship; $HOME *", "");

        assertThat(run.exitCode()).isEqualTo(42);
        assertThat(run.out())
                .containsSubsequence(
                        "<org.crobim.app.Main>\n",
                        "<segment>\n",
                        "<--expression>\n",
                        "<the \"largest\" ship; $HOME *>\n",
                        "<>\n")
                .contains("<-Dcrobim.home=" + home.toRealPath() + ">", "policy=passive threads=", "arenas=1\n");
    }

    @Test
    void whatTheUserHasSetStays() throws Exception {
        assertThat(crobim(Map.of("OMP_NUM_THREADS", "7", "OMP_WAIT_POLICY", "active"), "doctor")
                        .out())
                .contains("policy=active threads=7");
    }

    @Test
    void aSymbolicLinkStartsTheProjectItPointsTo() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a project", "crobim"));

        assertThat(run(Map.of(), link.toString(), "doctor").out())
                .contains("<-Dcrobim.home=" + home.toRealPath() + ">");
    }

    @Test
    void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
        Run first = crobim("doctor");
        Run second = crobim("doctor");

        assertThat(first.err())
                .contains("building the application", "build.log")
                .hasLineCount(1);
        assertThat(second.err()).isEmpty();
        assertThat(builds()).hasSize(1).first().asString().contains("-Dquick", "-DskipTests", "package");
    }

    @Test
    void aNewerSourceOrALostLibraryIsBuiltAgain() throws Exception {
        crobim("doctor");
        Path source = Files.writeString(home.resolve("app/src/main/New.java"), "class New {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        crobim("doctor");
        assertThat(builds()).hasSize(2);

        Files.delete(source);
        Files.writeString(home.resolve("app/target/classpath.txt"), home + "/gone.jar");
        crobim("doctor");
        assertThat(builds()).hasSize(3);
    }

    @Test
    void aProgramThatWasBuiltWithTheMaskSourcesIsBuiltWithThemAgain() throws Exception {
        crobim("doctor");
        assertThat(builds()).singleElement().asString().doesNotContain("-Pmasks");

        // The jar has gone, so the program is built again.
        Path jar = home.toRealPath().resolve("masks/target/crobim-masks.jar");
        Files.writeString(home.resolve("app/target/classpath.txt"), jar.toString());
        crobim("doctor");

        assertThat(builds()).hasSize(2).last().asString().contains("-Pmasks");
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        script("mvn", MAVEN.replace("\n:\n", "\nsleep 1\n"));
        Process other = start(Map.of(), home.resolve("crobim").toString(), "doctor");
        Run run = crobim("doctor");

        assertThat(other.waitFor()).isEqualTo(42);
        assertThat(run.exitCode()).isEqualTo(42);
        assertThat(builds()).hasSize(1);
        assertThat(home.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void theLockOfADeadBuildDoesNotStopTheNext() throws Exception {
        Process dead = start(Map.of(), "/bin/sh", "-c", "exit 0");
        dead.waitFor();
        Path lock = Files.createDirectories(home.resolve("target/build.lock"));
        Files.writeString(lock.resolve("process"), Long.toString(dead.pid()));

        assertThat(crobim("doctor").exitCode()).isEqualTo(42);
    }

    @Test
    void aFailedBuildShowsItsEndAndStartsNothing() throws Exception {
        script("mvn", MAVEN.replace("\n:\n", "\necho 'cannot find symbol'; exit 1\n"));

        Run run = crobim("doctor");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("cannot find symbol", "the build failed");
        assertThat(home.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void anOldMavenIsPassedOverForTheWrapper() throws Exception {
        script("mvn", MAVEN.replace("3.9.1", "3.6.3"));
        executable(home.resolve("mvnw"), MAVEN.replace("builds", "wrapper-builds"));

        assertThat(crobim("doctor").exitCode()).isEqualTo(42);
        assertThat(home.resolve("wrapper-builds")).exists();
        assertThat(home.resolve("builds")).doesNotExist();
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        Files.delete(tools.resolve("java"));

        Run run = crobim("demo");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("needs Java 17", "Found none", "apt install openjdk-17-jdk-headless");
    }

    @Test
    void anOldJavaIsNamedWithItsVersion() throws Exception {
        script("java", JAVA.replace("17.0.9", "1.8.0_372"));

        Run run = crobim("demo");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("needs Java 17", "java is version 1");
    }

    @Test
    void aNewJavaHomeComesBeforeThePath() throws Exception {
        Path chosen = folder.resolve("chosen");
        Files.createDirectories(chosen.resolve("bin"));
        executable(chosen.resolve("bin/java"), JAVA.replace("exit 42", "exit 43"));
        executable(chosen.resolve("bin/javac"), "#!/bin/sh\n");

        assertThat(crobim(Map.of("JAVA_HOME", chosen.toString()), "doctor").exitCode())
                .isEqualTo(43);
    }

    @Test
    void anOldJavaHomeDoesNotHideANewJavaOnThePath() throws Exception {
        Path old = folder.resolve("old");
        Files.createDirectories(old.resolve("bin"));
        executable(old.resolve("bin/java"), JAVA.replace("17.0.9", "11.0.2"));

        assertThat(crobim(Map.of("JAVA_HOME", old.toString()), "doctor").exitCode())
                .isEqualTo(42);
    }

    private Run crobim(String... arguments) throws Exception {
        return crobim(Map.of(), arguments);
    }

    private Run crobim(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("crobim").toString()));
        command.addAll(List.of(arguments));
        return run(environment, command.toArray(String[]::new));
    }

    private Run run(Map<String, String> environment, String... command) throws Exception {
        Process process = start(environment, command);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out, err);
    }

    private Process start(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(home.resolve("builds"));
    }

    private void script(String name, String content) throws IOException {
        executable(tools.resolve(name), content);
    }

    private static void executable(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
