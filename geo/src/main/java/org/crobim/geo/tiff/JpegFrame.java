package org.crobim.geo.tiff;

/** Looks for the size in a JPEG stream, which a decoder would believe and allocate for. */
final class JpegFrame {
    private JpegFrame() {}

    /** Whether the stream announces a picture that is not larger than a block. */
    static boolean fits(byte[] jpeg, int blockWidth, int blockHeight) {
        int position = 2;
        while (position + 9 < jpeg.length && (jpeg[position] & 0xff) == 0xff) {
            int marker = jpeg[position + 1] & 0xff;
            if (marker == 0xff) {
                position++;
                continue;
            }
            if (isFrame(marker)) {
                return shortAt(jpeg, position + 5) <= blockHeight && shortAt(jpeg, position + 7) <= blockWidth;
            }
            position += 2 + shortAt(jpeg, position + 2);
        }
        return false;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static int shortAt(byte[] bytes, int index) {
        return (bytes[index] & 0xff) << 8 | (bytes[index + 1] & 0xff);
    }
}
