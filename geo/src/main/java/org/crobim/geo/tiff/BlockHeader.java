package org.crobim.geo.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.TreeMap;

/** Writes the head of a TIFF file that consists of one block of an image. */
final class BlockHeader {
    private static final int ENTRY_BYTES = 12;
    private static final int MOST_TABLES = 1 << 16;

    private final TiffImage image;
    private final TreeMap<Integer, int[]> shorts = new TreeMap<>();
    private final byte[] jpegTables;

    BlockHeader(TiffImage image) {
        this.image = image;
        PixelLayout layout = image.layout();
        TiffDirectory tags = image.directory();
        int samples = layout.samplesInBlock();
        boolean colour = layout.photometric() == PixelLayout.YCBCR
                || (layout.photometric() == PixelLayout.RGB && image.compression() == Compression.JPEG && samples >= 3);
        int opaque = colour ? 3 : 1;
        shorts.put(TiffTag.BITS_PER_SAMPLE, repeated(layout.format().bits(), samples));
        shorts.put(TiffTag.COMPRESSION, new int[] {image.compression().code()});
        // Bands are bands: what they mean is our business, and colours would be converted.
        shorts.put(TiffTag.PHOTOMETRIC, new int[] {colour ? layout.photometric() : PixelLayout.BLACK_IS_ZERO});
        shorts.put(TiffTag.FILL_ORDER, new int[] {(int) tags.integer(TiffTag.FILL_ORDER, 1)});
        shorts.put(TiffTag.SAMPLES_PER_PIXEL, new int[] {samples});
        shorts.put(TiffTag.PLANAR_CONFIGURATION, new int[] {1});
        shorts.put(TiffTag.PREDICTOR, new int[] {(int) tags.integer(TiffTag.PREDICTOR, 1)});
        shorts.put(TiffTag.SAMPLE_FORMAT, repeated(layout.format().kind().ordinal() + 1, samples));
        if (samples > opaque) {
            shorts.put(TiffTag.EXTRA_SAMPLES, repeated(0, samples - opaque));
        }
        if (layout.photometric() == PixelLayout.YCBCR) {
            shorts.put(
                    TiffTag.YCBCR_SUBSAMPLING,
                    tags.has(TiffTag.YCBCR_SUBSAMPLING)
                            ? tags.integers(TiffTag.YCBCR_SUBSAMPLING, 2)
                            : new int[] {2, 2});
            shorts.put(TiffTag.YCBCR_POSITIONING, new int[] {(int) tags.integer(TiffTag.YCBCR_POSITIONING, 1)});
        }
        boolean hasTables = image.compression() == Compression.JPEG && tags.count(TiffTag.JPEG_TABLES) <= MOST_TABLES;
        this.jpegTables = hasTables ? tags.bytes(TiffTag.JPEG_TABLES) : new byte[0];
    }

    private static int[] repeated(int value, int times) {
        int[] values = new int[times];
        Arrays.fill(values, value);
        return values;
    }

    /**
     * A file of one strip.
     *
     * @param data of the block as stored
     * @param rows that it holds
     */
    byte[] withBlock(byte[] data, int rows) {
        int entries = shorts.size() + 5 + (jpegTables.length == 0 ? 0 : 1);
        int valuesAt = 8 + 2 + entries * ENTRY_BYTES + 4;
        int headBytes = valuesAt + jpegTables.length;
        for (int[] values : shorts.values()) {
            headBytes += values.length > 2 ? values.length * Short.BYTES : 0;
        }
        ByteBuffer file =
                ByteBuffer.allocate(headBytes + data.length).order(image.input().order());
        boolean little = image.input().order() == ByteOrder.LITTLE_ENDIAN;
        file.putShort((short) (little ? 0x4949 : 0x4d4d)).putShort((short) 42).putInt(8);
        file.putShort((short) entries);
        TreeMap<Integer, Runnable> fields = new TreeMap<>();
        Values values = new Values(file, valuesAt);
        shorts.forEach((tag, list) -> fields.put(tag, () -> values.putShorts(tag, list)));
        int dataAt = headBytes;
        fields.put(
                TiffTag.WIDTH, () -> values.putLong(TiffTag.WIDTH, image.grid().blockWidth()));
        fields.put(TiffTag.HEIGHT, () -> values.putLong(TiffTag.HEIGHT, rows));
        fields.put(TiffTag.STRIP_OFFSETS, () -> values.putLong(TiffTag.STRIP_OFFSETS, dataAt));
        fields.put(TiffTag.ROWS_PER_STRIP, () -> values.putLong(TiffTag.ROWS_PER_STRIP, rows));
        fields.put(TiffTag.STRIP_BYTE_COUNTS, () -> values.putLong(TiffTag.STRIP_BYTE_COUNTS, data.length));
        if (jpegTables.length > 0) {
            fields.put(TiffTag.JPEG_TABLES, () -> values.putBytes(TiffTag.JPEG_TABLES, jpegTables));
        }
        fields.values().forEach(Runnable::run);
        file.position(dataAt).put(data);
        return file.array();
    }

    /** Puts fields one after the other and their longer values behind the directory. */
    private static final class Values {
        private final ByteBuffer file;
        private int end;

        Values(ByteBuffer file, int end) {
            this.file = file;
            this.end = end;
        }

        void putLong(int tag, int value) {
            entry(tag, TiffType.LONG, 1);
            file.putInt(value);
        }

        void putShorts(int tag, int[] values) {
            entry(tag, TiffType.SHORT, values.length);
            if (values.length > 2) {
                file.putInt(end);
                for (int value : values) {
                    file.putShort(end, (short) value);
                    end += Short.BYTES;
                }
                return;
            }
            file.putShort((short) values[0]).putShort((short) (values.length > 1 ? values[1] : 0));
        }

        void putBytes(int tag, byte[] bytes) {
            entry(tag, TiffType.UNDEFINED, bytes.length);
            file.putInt(end);
            file.put(end, bytes);
            end += bytes.length;
        }

        private void entry(int tag, TiffType type, int count) {
            file.putShort((short) tag).putShort((short) type.code()).putInt(count);
        }
    }
}
