package org.crobim.core.error;

/** An input file or data set is missing, unreadable or inconsistent. */
public final class InputException extends CrobimException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what, where, got, expected, what to do
     */
    public InputException(String message) {
        super(ExitCode.BAD_INPUT, message);
    }

    /**
     * @param message what, where, got, expected, what to do
     * @param cause the library's own error
     */
    public InputException(String message, Throwable cause) {
        super(ExitCode.BAD_INPUT, message, cause);
    }
}
