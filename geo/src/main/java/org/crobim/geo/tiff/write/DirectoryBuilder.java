package org.crobim.geo.tiff.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.crobim.geo.tiff.TiffType;

/** Lays out one directory of a little-endian TIFF or BigTIFF: fields in the order of their tags, long values behind them. */
final class DirectoryBuilder {
    private static final int HEADER_BYTES = 8;
    private static final int BIG_HEADER_BYTES = 16;

    private final TreeMap<Integer, Field> fields = new TreeMap<>();

    /** A field whose values are little-endian bytes. */
    private record Field(TiffType type, int count, byte[] values) {}

    void putShorts(int tag, int... values) {
        ByteBuffer bytes = allocate(values.length * Short.BYTES);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        fields.put(tag, new Field(TiffType.SHORT, values.length, bytes.array()));
    }

    void putLong(int tag, int value) {
        fields.put(
                tag,
                new Field(
                        TiffType.LONG, 1, allocate(Integer.BYTES).putInt(value).array()));
    }

    void putDoubles(int tag, double... values) {
        ByteBuffer bytes = allocate(values.length * Double.BYTES);
        for (double value : values) {
            bytes.putDouble(value);
        }
        fields.put(tag, new Field(TiffType.DOUBLE, values.length, bytes.array()));
    }

    void putText(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        fields.put(tag, new Field(TiffType.ASCII, bytes.length, bytes));
    }

    /** Positions or sizes; eight bytes each in a BigTIFF. */
    void putPositions(int tag, long[] values, boolean big) {
        ByteBuffer bytes = allocate(values.length * (big ? Long.BYTES : Integer.BYTES));
        for (long value : values) {
            if (big) {
                bytes.putLong(value);
            } else {
                bytes.putInt((int) value);
            }
        }
        fields.put(tag, new Field(big ? TiffType.LONG8 : TiffType.LONG, values.length, bytes.array()));
    }

    /** Bytes of the head of the file: header, directory and long values. */
    int headBytes(boolean big) {
        int bytes = valuesStart(big);
        for (Field field : fields.values()) {
            bytes += outsideBytes(field, big);
        }
        return bytes;
    }

    /** The head of the file. */
    byte[] head(boolean big) {
        ByteBuffer head = allocate(headBytes(big));
        head.putShort((short) 0x4949);
        if (big) {
            head.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(BIG_HEADER_BYTES);
            head.putLong(fields.size());
        } else {
            head.putShort((short) 42).putInt(HEADER_BYTES).putShort((short) fields.size());
        }
        int[] outside = {valuesStart(big)};
        fields.forEach((tag, field) -> putField(head, tag, field, big, outside));
        return head.array();
    }

    private int valuesStart(boolean big) {
        return big ? BIG_HEADER_BYTES + 8 + 20 * fields.size() + 8 : HEADER_BYTES + 2 + 12 * fields.size() + 4;
    }

    private static int outsideBytes(Field field, boolean big) {
        // Values begin at even positions, as TIFF 6.0 wants.
        return field.values.length <= (big ? 8 : 4) ? 0 : field.values.length + (field.values.length & 1);
    }

    private static void putField(ByteBuffer head, int tag, Field field, boolean big, int[] outside) {
        head.putShort((short) tag).putShort((short) field.type.code());
        int inlineBytes = big ? 8 : 4;
        if (big) {
            head.putLong(field.count);
        } else {
            head.putInt(field.count);
        }
        if (field.values.length <= inlineBytes) {
            head.put(field.values).put(new byte[inlineBytes - field.values.length]);
            return;
        }
        if (big) {
            head.putLong(outside[0]);
        } else {
            head.putInt(outside[0]);
        }
        head.put(outside[0], field.values);
        outside[0] += outsideBytes(field, big);
    }

    private static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
