package org.crobim.geo.tiff;

/**
 * The type of a sample.
 *
 * @param kind unsigned, signed or floating point
 * @param bits 1, 2, 4, 8, 16 or 32; 16, 32 or 64 for floating point
 */
public record SampleFormat(Kind kind, int bits) {
    /** What the bits mean. */
    public enum Kind {
        /** Unsigned integers. */
        UNSIGNED("uint"),
        /** Signed integers. */
        SIGNED("int"),
        /** IEEE floating point. */
        FLOATING("float");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Checks that the type exists. */
    public SampleFormat {
        boolean known = switch (kind) {
            case UNSIGNED -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16 || bits == 32;
            case SIGNED -> bits == 8 || bits == 16 || bits == 32;
            case FLOATING -> bits == 16 || bits == 32 || bits == 64;
        };
        if (!known) {
            throw new IllegalArgumentException("samples of type %s%d".formatted(kind.prefix, bits));
        }
    }

    /** As in "uint16". */
    public String label() {
        return kind.prefix + bits;
    }

    /** Whether samples are colours of eight bits or fewer already. */
    public boolean isEightBit() {
        return kind == Kind.UNSIGNED && bits == 8;
    }
}
