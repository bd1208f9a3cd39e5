package org.crobim.model.tensor;

/** libtorch refused an operation; the message is the first line of its own, without the C++ frames. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param doing what was being done, for example "training step 12"
     * @param cause error of the binding
     */
    public EngineException(String doing, RuntimeException cause) {
        super(doing + ": " + firstLine(cause), cause);
    }

    private static String firstLine(RuntimeException cause) {
        String message = String.valueOf(cause.getMessage());
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }
}
