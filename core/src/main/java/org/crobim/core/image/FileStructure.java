package org.crobim.core.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * Finds files that end too early or whose checksums do not fit, where the decoders would return what they have got.
 */
final class FileStructure {
    private static final int PNG_SIGNATURE_LENGTH = 8;
    private static final int PNG_END = 0x49454e44;

    private FileStructure() {}

    /**
     * Checks the frame of a file, not its pixels.
     *
     * @param stream the whole file, at any position
     * @throws IOException if the file is cut off or damaged
     */
    static void requireComplete(ImageFormat format, ImageInputStream stream) throws IOException {
        if (format == ImageFormat.PNG) {
            requireCompletePng(stream);
        }
    }

    private static void requireCompletePng(ImageInputStream stream) throws IOException {
        stream.seek(PNG_SIGNATURE_LENGTH);
        stream.setByteOrder(ByteOrder.BIG_ENDIAN);
        byte[] buffer = new byte[1 << 16];
        int type;
        do {
            long length = stream.readUnsignedInt();
            type = stream.readInt();
            CRC32 checksum = new CRC32();
            for (int shift = 24; shift >= 0; shift -= 8) {
                checksum.update(type >> shift);
            }
            readChunk(stream, length, checksum, buffer);
            if (stream.readUnsignedInt() != checksum.getValue()) {
                throw new IIOException("wrong checksum before byte " + stream.getStreamPosition());
            }
        } while (type != PNG_END);
    }

    private static void readChunk(ImageInputStream stream, long length, CRC32 checksum, byte[] buffer)
            throws IOException {
        long left = length;
        while (left > 0) {
            int got = stream.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (got < 0) {
                throw new EOFException("the file ends inside a chunk");
            }
            checksum.update(buffer, 0, got);
            left -= got;
        }
    }
}
