package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrobimCommandTest {
    @Test
    void helpListsTheCommandsAndTheExitCodesOnStandardOutput() {
        Typed typed = Typed.crobim("--help");

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out())
                .contains("doctor", "Examples:", "Exit codes: 0 done", "7 output cannot be written")
                .doesNotContain("5 some items failed");
        assertThat(typed.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "segment", "train", "evaluate", "dataset", "bench", "doctor"})
    void everyCommandExplainsItselfWithExamplesAndExitCodes(String name) {
        Typed typed = Typed.crobim(name, "--help");

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out()).contains("Usage: crobim " + name, "Examples:", "  crobim " + name, "Exit codes: 0 ");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void theVersionNamesTheApplicationAndJava() {
        assertThat(Typed.crobim("--version").out()).startsWith("crobim ").contains("Java ");
    }

    @Test
    void nothingTypedIsAUsageErrorThatPointsToTheHelp() {
        Typed typed = Typed.crobim();

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).isEqualToNormalizingNewlines("error: a command is missing. See \"crobim --help\".\n");
    }

    @Test
    void aGroupWithoutItsCommandIsAUsageErrorThatPointsToTheHelpOfTheGroup() {
        Typed typed = Typed.crobim("dataset");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err())
                .isEqualToNormalizingNewlines("error: a command is missing. See \"crobim dataset --help\".\n");
    }

    @Test
    void anUnknownCommandIsAUsageErrorOfOneLine() {
        Typed typed = Typed.crobim("doctr");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("doctr", "doctor").hasLineCount(1);
    }

    @Test
    void anErrorIsAnObjectWhenJsonIsAskedFor() {
        Typed typed = Typed.crobim("doctor", "--json", "--no-such-option");

        JsonNode error = typed.json().path("error");
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(error.path("exitCode").asInt()).isEqualTo(2);
        assertThat(error.path("kind").asText()).isEqualTo("usage");
        assertThat(error.path("message").asText()).contains("--no-such-option");
    }
}
