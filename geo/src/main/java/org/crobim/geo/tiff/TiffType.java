package org.crobim.geo.tiff;

import java.util.Optional;

/** How the values of a field are stored. */
public enum TiffType {
    /** Unsigned, one byte. */
    BYTE(1, 1),
    /** A character. */
    ASCII(2, 1),
    /** Unsigned, two bytes. */
    SHORT(3, 2),
    /** Unsigned, four bytes. */
    LONG(4, 4),
    /** Two unsigned numbers of four bytes. */
    RATIONAL(5, 8),
    /** Signed, one byte. */
    SIGNED_BYTE(6, 1),
    /** A byte of any meaning. */
    UNDEFINED(7, 1),
    /** Signed, two bytes. */
    SIGNED_SHORT(8, 2),
    /** Signed, four bytes. */
    SIGNED_LONG(9, 4),
    /** Two signed numbers of four bytes. */
    SIGNED_RATIONAL(10, 8),
    /** Floating point, four bytes. */
    FLOAT(11, 4),
    /** Floating point, eight bytes. */
    DOUBLE(12, 8),
    /** Position of a directory, four bytes. */
    IFD(13, 4),
    /** Unsigned, eight bytes. */
    LONG8(16, 8),
    /** Signed, eight bytes. */
    SIGNED_LONG8(17, 8),
    /** Position of a directory, eight bytes. */
    IFD8(18, 8);

    private final int code;
    private final int bytes;

    TiffType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    static Optional<TiffType> of(int code) {
        for (TiffType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Its number in a file. */
    public int code() {
        return code;
    }

    /** Size of one value. */
    public int bytes() {
        return bytes;
    }
}
