package org.crobim.core.error;

/** A weights file is missing, damaged or does not fit the network. */
public final class WeightsException extends CrobimException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what, where, got, expected, what to do
     */
    public WeightsException(String message) {
        super(ExitCode.WEIGHTS_OR_CONFIGURATION, message);
    }

    /**
     * @param message what, where, got, expected, what to do
     * @param cause the library's own error
     */
    public WeightsException(String message, Throwable cause) {
        super(ExitCode.WEIGHTS_OR_CONFIGURATION, message, cause);
    }
}
