package org.crobim.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private static final IOException FULL = new IOException("No space left on device");

    @Test
    void anErrorOfStaticInitialisationSpeaksThroughItsCauses() {
        Throwable error = new ExceptionInInitializerError(new UncheckedIOException("cannot unpack libtorch", FULL));

        assertThat(Reason.of(error)).isEqualTo("cannot unpack libtorch: No space left on device");
    }

    @Test
    void aMessageThatRepeatsItsCauseIsSaidOnce() {
        assertThat(Reason.of(new UncheckedIOException(FULL))).isEqualTo("java.io.IOException: No space left on device");
    }

    @Test
    void withoutAnyMessageTheInnermostErrorIsNamed() {
        assertThat(Reason.of(new ExceptionInInitializerError(new ArithmeticException())))
                .isEqualTo("ArithmeticException");
    }
}
