package org.crobim.core.error;

/** An output cannot be written: disk full, no permission, not a folder. */
public final class OutputException extends CrobimException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what, where, got, expected, what to do
     */
    public OutputException(String message) {
        super(ExitCode.OUTPUT_NOT_WRITABLE, message);
    }

    /**
     * @param message what, where, got, expected, what to do
     * @param cause the library's own error
     */
    public OutputException(String message, Throwable cause) {
        super(ExitCode.OUTPUT_NOT_WRITABLE, message, cause);
    }
}
