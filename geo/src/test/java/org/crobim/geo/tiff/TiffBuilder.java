package org.crobim.geo.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/** Writes small TIFF files for tests, sound or broken: each directory before the blocks that it points to. */
public final class TiffBuilder {
    private final ByteOrder order;
    private final boolean big;
    private final List<Image> images = new ArrayList<>();
    private int lastPointsTo = -1;

    private TiffBuilder(ByteOrder order, boolean big) {
        this.order = order;
        this.big = big;
    }

    /** A classic little-endian file. */
    public static TiffBuilder classic() {
        return new TiffBuilder(ByteOrder.LITTLE_ENDIAN, false);
    }

    /** A BigTIFF of a byte order. */
    public static TiffBuilder big(ByteOrder order) {
        return new TiffBuilder(order, true);
    }

    /** Values of a field in the byte order of the file. */
    private record Field(TiffType type, byte[] values) {}

    /** Fields and blocks of one image. */
    public final class Image {
        private final TreeMap<Integer, Field> fields = new TreeMap<>();
        private List<byte[]> blocks = List.of();

        /** Sets a field of short integers. */
        public Image shorts(int tag, int... numbers) {
            ByteBuffer bytes = ByteBuffer.allocate(2 * numbers.length).order(order);
            for (int number : numbers) {
                bytes.putShort((short) number);
            }
            return put(tag, TiffType.SHORT, bytes.array());
        }

        /** Sets a field of unsigned integers. */
        public Image longs(int tag, long... numbers) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(order);
            for (long number : numbers) {
                bytes.putInt((int) number);
            }
            return put(tag, TiffType.LONG, bytes.array());
        }

        /** Sets a field of floating point numbers. */
        public Image doubles(int tag, double... numbers) {
            ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(order);
            for (double number : numbers) {
                bytes.putDouble(number);
            }
            return put(tag, TiffType.DOUBLE, bytes.array());
        }

        /** Sets a field of text. */
        public Image text(int tag, String text) {
            return put(tag, TiffType.ASCII, (text + "\0").getBytes(StandardCharsets.UTF_8));
        }

        /** Removes a field. */
        public Image without(int tag) {
            fields.remove(tag);
            return this;
        }

        private Image put(int tag, TiffType type, byte[] bytes) {
            fields.put(tag, new Field(type, bytes));
            return this;
        }

        /** Appends blocks; an empty one is left out of the file. */
        public Image blocks(List<byte[]> data) {
            blocks = data;
            boolean tiled = fields.containsKey(TiffTag.TILE_WIDTH);
            longs(tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS, new long[data.size()]);
            return longs(
                    tiled ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS,
                    data.stream().mapToLong(block -> block.length).toArray());
        }

        private void setOffsets(long start) {
            int tag = fields.containsKey(TiffTag.TILE_OFFSETS) ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS;
            if (blocks.isEmpty()) {
                return;
            }
            long[] offsets = new long[blocks.size()];
            long position = start;
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = blocks.get(i).length == 0 ? 0 : position;
                position += blocks.get(i).length;
            }
            longs(tag, offsets);
        }
    }

    /** Adds an image of chunky eight-bit bands, without blocks yet. */
    public Image image(int width, int height, int bands) {
        Image image = new Image();
        images.add(image);
        int[] bits = new int[bands];
        Arrays.fill(bits, 8);
        return image.longs(TiffTag.WIDTH, width)
                .longs(TiffTag.HEIGHT, height)
                .shorts(TiffTag.BITS_PER_SAMPLE, bits)
                .shorts(TiffTag.COMPRESSION, 1)
                .shorts(TiffTag.PHOTOMETRIC, bands >= 3 ? PixelLayout.RGB : PixelLayout.BLACK_IS_ZERO)
                .shorts(TiffTag.SAMPLES_PER_PIXEL, bands);
    }

    /** Lets the last directory point to another one as its successor. */
    public TiffBuilder lastPointsTo(int directory) {
        lastPointsTo = directory;
        return this;
    }

    /** The file. */
    public byte[] build() {
        long[] starts = new long[images.size() + 1];
        starts[0] = big ? 16 : 8;
        for (int i = 0; i < images.size(); i++) {
            Image image = images.get(i);
            long data = starts[i] + directoryBytes(image);
            image.setOffsets(data);
            starts[i + 1] = data
                    + image.blocks.stream().mapToLong(block -> block.length).sum();
            starts[i + 1] += starts[i + 1] & 1;
        }
        ByteBuffer file = ByteBuffer.allocate((int) starts[images.size()]).order(order);
        file.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d))
                .putShort((short) (big ? 43 : 42));
        if (big) {
            file.putShort((short) 8).putShort((short) 0).putLong(starts[0]);
        } else {
            file.putInt((int) starts[0]);
        }
        for (int i = 0; i < images.size(); i++) {
            boolean last = i == images.size() - 1;
            long next = last ? (lastPointsTo < 0 ? 0 : starts[lastPointsTo]) : starts[i + 1];
            write(images.get(i), (int) starts[i], next, file);
        }
        return file.array();
    }

    private int inlineBytes() {
        return big ? 8 : 4;
    }

    private int directoryBytes(Image image) {
        int bytes = (big ? 8 + 8 : 2 + 4) + image.fields.size() * (big ? 20 : 12);
        for (Field field : image.fields.values()) {
            bytes += field.values.length > inlineBytes() ? field.values.length : 0;
        }
        return bytes;
    }

    private void write(Image image, int start, long next, ByteBuffer file) {
        file.position(start);
        if (big) {
            file.putLong(image.fields.size());
        } else {
            file.putShort((short) image.fields.size());
        }
        int outside = start + (big ? 8 + 8 : 2 + 4) + image.fields.size() * (big ? 20 : 12);
        for (Map.Entry<Integer, Field> entry : image.fields.entrySet()) {
            TiffType type = entry.getValue().type;
            byte[] values = entry.getValue().values;
            file.putShort(entry.getKey().shortValue()).putShort((short) type.code());
            number(file, values.length / type.bytes());
            if (values.length > inlineBytes()) {
                number(file, outside);
                file.put(outside, values);
                outside += values.length;
            } else {
                file.put(values).put(new byte[inlineBytes() - values.length]);
            }
        }
        number(file, next);
        file.position(outside);
        image.blocks.forEach(file::put);
    }

    private void number(ByteBuffer file, long value) {
        if (big) {
            file.putLong(value);
        } else {
            file.putInt((int) value);
        }
    }

    /** Packs a block as compression 8 wants it. */
    public static byte[] deflated(byte[] block) {
        Deflater deflater = new Deflater();
        deflater.setInput(block);
        deflater.finish();
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 12];
        while (!deflater.finished()) {
            result.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return result.toByteArray();
    }
}
