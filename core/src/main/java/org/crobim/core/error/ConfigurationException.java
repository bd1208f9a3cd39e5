package org.crobim.core.error;

/** A configuration has an unknown key, a wrong type or a value out of range. */
public final class ConfigurationException extends CrobimException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what, where, got, expected, what to do
     */
    public ConfigurationException(String message) {
        super(ExitCode.WEIGHTS_OR_CONFIGURATION, message);
    }

    /**
     * @param message what, where, got, expected, what to do
     * @param cause the library's own error
     */
    public ConfigurationException(String message, Throwable cause) {
        super(ExitCode.WEIGHTS_OR_CONFIGURATION, message, cause);
    }
}
