package org.crobim.core.error;

/** Wrong options, an empty expression, or an output that exists and may not be overwritten. */
public final class UsageException extends CrobimException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what, where, got, expected, what to do
     */
    public UsageException(String message) {
        super(ExitCode.USAGE, message);
    }

    /**
     * @param message what, where, got, expected, what to do
     * @param cause the library's own error
     */
    public UsageException(String message, Throwable cause) {
        super(ExitCode.USAGE, message, cause);
    }
}
