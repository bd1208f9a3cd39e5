package org.crobim.geo.tiff;

import java.util.Optional;
import java.util.stream.Stream;

/** How the bytes of a block are packed, of those that are decoded here. */
public enum Compression {
    /** As they are. */
    NONE(1, 1),
    /** Fax, one-dimensional. */
    CCITT_RLE(2, 50_000),
    /** Fax, group 3. */
    CCITT_T4(3, 50_000),
    /** Fax, group 4. */
    CCITT_T6(4, 50_000),
    /** Lempel, Ziv and Welch. */
    LZW(5, 4_096),
    /** JPEG of TIFF technical note 2. */
    JPEG(7, 4_096),
    /** As in zip files. */
    DEFLATE(8, 1_100),
    /** Run lengths of the Macintosh. */
    PACK_BITS(32_773, 130),
    /** The same as DEFLATE under its first number. */
    OLD_DEFLATE(32_946, 1_100);

    private final int code;
    private final int mostGrowth;

    Compression(int code, int mostGrowth) {
        this.code = code;
        this.mostGrowth = mostGrowth;
    }

    /** Its number in a file. */
    public int code() {
        return code;
    }

    /** Upper bound of decoded bytes for each stored byte; a block that claims more is damaged. */
    int mostGrowth() {
        return mostGrowth;
    }

    static Optional<Compression> of(long code) {
        return Stream.of(values()).filter(known -> known.code == code).findFirst();
    }

    /** The name of what is not decoded here, for messages. */
    static String foreignName(long code) {
        return switch ((int) Math.min(code, Integer.MAX_VALUE)) {
            case 6 -> "old-style JPEG";
            case 34_712 -> "JPEG 2000";
            case 34_887 -> "LERC";
            case 34_925 -> "LZMA";
            case 50_000 -> "ZSTD";
            case 50_001 -> "WebP";
            case 50_002 -> "JPEG XL";
            default -> "number " + code;
        };
    }
}
