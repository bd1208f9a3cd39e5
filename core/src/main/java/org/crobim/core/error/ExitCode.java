package org.crobim.core.error;

/** Exit codes of every command. */
public enum ExitCode {
    /** The command did what it was asked to do. */
    DONE(0),
    /** A fault of the program itself. */
    INTERNAL_FAULT(1),
    /** Wrong options, or an output that exists and may not be overwritten. */
    USAGE(2),
    /** An input file or data set is missing, unreadable or inconsistent. */
    BAD_INPUT(3),
    /** Weights or configuration do not fit. */
    WEIGHTS_OR_CONFIGURATION(4),
    /** Finished, but some items failed. */
    FAILED_ITEMS(5),
    /** Nothing matched, and the user asked that this be an error. */
    NOTHING_MATCHED(6),
    /** An output cannot be written: disk full, no permission. */
    OUTPUT_NOT_WRITABLE(7),
    /** Interrupted from the keyboard; journal or checkpoint kept. */
    INTERRUPTED(130),
    /** Terminated; journal or checkpoint kept. */
    TERMINATED(143);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    /** The number that the process exits with. */
    public int value() {
        return value;
    }
}
