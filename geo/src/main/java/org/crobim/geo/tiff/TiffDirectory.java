package org.crobim.geo.tiff;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One directory of a TIFF file. Values are read when they are asked for; that they lie within the file has been checked.
 */
public final class TiffDirectory {
    private static final int LONGEST_TEXT = 1 << 20;

    private final TiffInput input;
    private final Map<Integer, Field> fields;

    TiffDirectory(TiffInput input, Map<Integer, Field> fields) {
        this.input = input;
        this.fields = Map.copyOf(fields);
    }

    /**
     * Where the values of a field are.
     *
     * @param count number of values, at least 1
     * @param position of the first value in the file
     */
    record Field(int tag, TiffType type, long count, long position) {}

    /** Whether there is a field. */
    public boolean has(int tag) {
        return fields.containsKey(tag);
    }

    /** Number of values of a field, 0 when it is missing. */
    public long count(int tag) {
        Field field = fields.get(tag);
        return field == null ? 0 : field.count;
    }

    /** The first value of a field as an integer. */
    long integer(int tag, long otherwise) {
        return has(tag) ? integerAt(tag, 0) : otherwise;
    }

    /** The first value of a field that a TIFF has to have. */
    long required(int tag, String name) {
        if (!has(tag)) {
            throw input.damaged("field %s (%d) is missing".formatted(name, tag));
        }
        return integerAt(tag, 0);
    }

    /** One value of a field as an integer. */
    long integerAt(int tag, long index) {
        Field field = field(tag, index);
        long position = field.position + index * field.type.bytes();
        return switch (field.type) {
            case BYTE, UNDEFINED, ASCII, SIGNED_BYTE -> input.unsignedByte(position);
            case SHORT, SIGNED_SHORT -> input.unsignedShort(position);
            case LONG, IFD, SIGNED_LONG -> input.unsignedInt(position);
            case LONG8, IFD8, SIGNED_LONG8 -> input.signedLong(position);
            default -> throw input.damaged("field %d holds %s, expected integers".formatted(tag, field.type));
        };
    }

    /** One value of a field as a floating point number. */
    double numberAt(int tag, long index) {
        Field field = field(tag, index);
        long position = field.position + index * field.type.bytes();
        return switch (field.type) {
            case DOUBLE -> input.floatingPoint(position);
            case FLOAT -> input.singleFloat(position);
            default -> integerAt(tag, index);
        };
    }

    /** Up to so many integers of a field, none when it is missing. */
    public int[] integers(int tag, int most) {
        int[] values = new int[(int) Math.min(most, count(tag))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) Math.min(Integer.MAX_VALUE, Math.max(0, integerAt(tag, i)));
        }
        return values;
    }

    /** Up to so many numbers of a field, none when it is missing. */
    public double[] numbers(int tag, int most) {
        double[] values = new double[(int) Math.min(most, count(tag))];
        for (int i = 0; i < values.length; i++) {
            values[i] = numberAt(tag, i);
        }
        return values;
    }

    /** The bytes of a field, none when it is missing. */
    public byte[] bytes(int tag) {
        Field field = fields.get(tag);
        if (field == null) {
            return new byte[0];
        }
        if (field.type.bytes() != 1 || field.count > LONGEST_TEXT) {
            throw input.damaged("field %d holds %,d values of type %s, expected at most %,d bytes"
                    .formatted(tag, field.count, field.type, LONGEST_TEXT));
        }
        return input.read(field.position, (int) field.count);
    }

    /** The text of a field without the zeros at its end. */
    public Optional<String> text(int tag) {
        if (!has(tag)) {
            return Optional.empty();
        }
        String text = new String(bytes(tag), StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return Optional.of(end < 0 ? text : text.substring(0, end));
    }

    private Field field(int tag, long index) {
        Field field = fields.get(tag);
        if (field == null || index < 0 || index >= field.count) {
            throw input.damaged("field %d has %,d values, expected more than %,d".formatted(tag, count(tag), index));
        }
        return field;
    }
}
