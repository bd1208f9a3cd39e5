package org.crobim.core.pickle;

import java.io.IOException;

/** A pickle is damaged, exceeds a limit, or asks for more than data; the caller adds which file it is. */
public final class PickleException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and at which byte
     */
    public PickleException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and at which byte
     * @param cause the error below it
     */
    public PickleException(String message, Throwable cause) {
        super(message, cause);
    }
}
