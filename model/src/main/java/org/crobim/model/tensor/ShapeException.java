package org.crobim.model.tensor;

/** A tensor or array does not have the shape that the contract names. */
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message which value, got, expected
     */
    public ShapeException(String message) {
        super(message);
    }
}
