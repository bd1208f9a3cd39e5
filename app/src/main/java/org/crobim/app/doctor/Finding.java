package org.crobim.app.doctor;

import org.crobim.core.error.ExitCode;

/**
 * One line of the examination.
 *
 * @param subject what was looked at
 * @param verdict how it is
 * @param observation what was seen
 * @param advice what to do; empty when all is well
 * @param exitCode of the command when this one has failed, {@link ExitCode#DONE} otherwise
 */
public record Finding(String subject, Verdict verdict, String observation, String advice, ExitCode exitCode) {
    /** How something is. */
    public enum Verdict {
        /** As it should be. */
        OK,
        /** Works, but slower or with less than possible. */
        WARNING,
        /** Does not work. */
        FAILED
    }

    /** All is well. */
    static Finding ok(String subject, String observation) {
        return new Finding(subject, Verdict.OK, observation, "", ExitCode.DONE);
    }

    /** Works, could be better. */
    static Finding warning(String subject, String observation, String advice) {
        return new Finding(subject, Verdict.WARNING, observation, advice, ExitCode.DONE);
    }

    /** Does not work. */
    static Finding failed(String subject, String observation, String advice, ExitCode exitCode) {
        return new Finding(subject, Verdict.FAILED, observation, advice, exitCode);
    }
}
