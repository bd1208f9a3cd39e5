package org.crobim.core.mask;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.crobim.core.geometry.Box;

/** An immutable binary mask of the size of its image: one byte a pixel, 0 or 1, rows from the top. */
public final class Mask {
    private static final VarHandle EIGHT_PIXELS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final int width;
    private final int height;
    private final byte[] pixels;

    private Mask(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /**
     * Wraps an array without copying it.
     *
     * @param width pixels, at least 1
     * @param height pixels, at least 1
     * @param pixels width * height values, zero or non-zero; non-zero values are set to 1 in place
     */
    public static Mask of(int width, int height, byte[] pixels) {
        if (width < 1 || height < 1 || pixels.length != (long) width * height) {
            throw new IllegalArgumentException("Mask of %d x %d needs %d pixels, got %d"
                    .formatted(width, height, (long) width * height, pixels.length));
        }
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != 0) {
                pixels[i] = 1;
            }
        }
        return new Mask(width, height, pixels);
    }

    /** A mask without any pixel set. */
    public static Mask empty(int width, int height) {
        return of(width, height, new byte[Math.multiplyExact(width, height)]);
    }

    /** Width in pixels. */
    public int width() {
        return width;
    }

    /** Height in pixels. */
    public int height() {
        return height;
    }

    /** Whether pixel (x, y) belongs to the object. */
    public boolean get(int x, int y) {
        return pixels[y * width + x] != 0;
    }

    /** The pixels themselves, 0 or 1, rows from the top; a view, never to be written. */
    public byte[] pixels() {
        return pixels;
    }

    /** Number of pixels set. */
    public long area() {
        // Every byte is 0 or 1, so that set bits are set pixels, eight at a time.
        long area = 0;
        int whole = pixels.length & -Long.BYTES;
        for (int i = 0; i < whole; i += Long.BYTES) {
            area += Long.bitCount((long) EIGHT_PIXELS.get(pixels, i));
        }
        for (int i = whole; i < pixels.length; i++) {
            area += pixels[i];
        }
        return area;
    }

    /** Number of pixels set in both masks, which must have one size. */
    public long intersectionArea(Mask other) {
        requireSameSize(other);
        long area = 0;
        for (int i = 0; i < pixels.length; i++) {
            area += pixels[i] & other.pixels[i];
        }
        return area;
    }

    /** The smallest box around all set pixels; empty when none is set. */
    public Optional<Box> boundingBox() {
        int left = width;
        int right = -1;
        int top = -1;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (pixels[y * width + x] != 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = top < 0 ? y : top;
                    bottom = y;
                }
            }
        }
        return right < 0 ? Optional.empty() : Optional.of(new Box(left, top, right + 1, bottom + 1));
    }

    private void requireSameSize(Mask other) {
        if (width != other.width || height != other.height) {
            throw new IllegalArgumentException(
                    "Masks differ in size: %d x %d and %d x %d".formatted(width, height, other.width, other.height));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask
                && width == mask.width
                && height == mask.height
                && Arrays.equals(pixels, mask.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "Mask[%d x %d, %d set]".formatted(width, height, area());
    }
}
