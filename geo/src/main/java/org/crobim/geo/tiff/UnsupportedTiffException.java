package org.crobim.geo.tiff;

/** A sound TIFF of a kind that is not decoded here; another program may be able to. */
public final class UnsupportedTiffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A reason.
     *
     * @param reason as it ends the sentence "this TIFF cannot be read here: ..."
     */
    public UnsupportedTiffException(String reason) {
        super(reason);
    }
}
