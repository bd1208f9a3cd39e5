package org.crobim.core.error;

/**
 * An error whose message is written for the user: what, where, got, expected, what to do.
 *
 * <p>Subclasses name the audience; the command line prints the message alone and exits with {@link #exitCode()}.
 */
public abstract class CrobimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    protected CrobimException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    protected CrobimException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The exit code of a command that ends with this error. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
