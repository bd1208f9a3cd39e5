package org.crobim.masks.promptable;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes small ONNX models; field numbers are those of onnx.proto3. */
final class OnnxGraph {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;

    private final Message graph = new Message().text(2, "graph");

    /** A protocol buffer message under construction. */
    static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message integer(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes.toByteArray());
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }

    OnnxGraph input(String name, long... shape) {
        graph.message(11, value(name, shape));
        return this;
    }

    OnnxGraph output(String name, long... shape) {
        graph.message(12, value(name, shape));
        return this;
    }

    OnnxGraph constant(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        graph.message(
                5,
                new Message()
                        .integer(1, values.length)
                        .integer(2, INT64)
                        .text(8, name)
                        .bytes(9, raw.array()));
        return this;
    }

    OnnxGraph node(String operator, String[] inputs, String output, Message... attributes) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        node.text(2, output).text(4, operator);
        for (Message attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node);
        return this;
    }

    static Message integers(String name, long... values) {
        Message attribute = new Message().text(1, name);
        for (long value : values) {
            attribute.integer(8, value);
        }
        return attribute.integer(20, 7);
    }

    static Message integer(String name, long value) {
        return new Message().text(1, name).integer(3, value).integer(20, 2);
    }

    byte[] toBytes() {
        return new Message()
                .integer(1, IR_VERSION)
                .message(7, graph)
                .message(8, new Message().integer(2, OPERATOR_SET))
                .bytes
                .toByteArray();
    }

    /** A float tensor; -1 stands for any size. */
    private static Message value(String name, long... shape) {
        Message sizes = new Message();
        for (int i = 0; i < shape.length; i++) {
            sizes.message(1, shape[i] < 0 ? new Message().text(2, name + i) : new Message().integer(1, shape[i]));
        }
        Message tensor = new Message().integer(1, FLOAT).message(2, sizes);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }
}
