package org.crobim.model.tensor;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Tensors from Java arrays and back; every result is contiguous, on the CPU and owned by the innermost scope. */
public final class Tensors {
    private Tensors() {}

    /** Zeros of a shape. */
    public static Tensor zeros(ScalarType type, long... shape) {
        Engine.load();
        return torch.zeros(shape, options(type));
    }

    /** float32 zeros of a shape. */
    public static Tensor zeros(long... shape) {
        return zeros(ScalarType.Float, shape);
    }

    /** A float32 tensor on libtorch's "meta" device: it has a shape and no values. */
    public static Tensor withoutMemory(long... shape) {
        Engine.load();
        return torch.empty(
                shape,
                options(ScalarType.Float).device(new DeviceOptional(new Device("meta"))),
                new MemoryFormatOptional());
    }

    /** One value everywhere. */
    public static Tensor full(double value, long... shape) {
        Engine.load();
        return torch.full(shape, new Scalar(value), options(ScalarType.Float));
    }

    /** A float32 tensor with a copy of the values, row by row. */
    public static Tensor floats(float[] values, long... shape) {
        requireSize(values.length, shape);
        Tensor tensor = zeros(ScalarType.Float, shape);
        new FloatPointer(tensor.data_ptr_float()).put(values, 0, values.length);
        return tensor;
    }

    /** An int64 tensor with a copy of the values. */
    public static Tensor longs(long[] values, long... shape) {
        requireSize(values.length, shape);
        Tensor tensor = zeros(ScalarType.Long, shape);
        new LongPointer(tensor.data_ptr_long()).put(values, 0, values.length);
        return tensor;
    }

    /** A uint8 tensor with a copy of the bytes, read as 0..255. */
    public static Tensor bytes(byte[] values, long... shape) {
        requireSize(values.length, shape);
        Tensor tensor = zeros(ScalarType.Byte, shape);
        new BytePointer(tensor.data_ptr_byte()).put(values, 0, values.length);
        return tensor;
    }

    /** A bool tensor with a copy of the values. */
    public static Tensor booleans(boolean[] values, long... shape) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) (values[i] ? 1 : 0);
        }
        return bytes(bytes, shape).to(ScalarType.Bool);
    }

    /** A copy of all values as float, whatever the dtype, device and strides. */
    public static float[] toFloats(Tensor tensor) {
        Tensor dense = tensor.detach().cpu().to(ScalarType.Float).contiguous();
        float[] values = new float[Math.toIntExact(dense.numel())];
        new FloatPointer(dense.data_ptr_float()).get(values);
        return values;
    }

    /** A copy of all values as double. */
    public static double[] toDoubles(Tensor tensor) {
        Tensor dense = tensor.detach().cpu().to(ScalarType.Double).contiguous();
        double[] values = new double[Math.toIntExact(dense.numel())];
        dense.data_ptr_double().get(values);
        return values;
    }

    /** A copy of a bool or uint8 tensor, 0 or its byte value. */
    public static byte[] toBytes(Tensor tensor) {
        Tensor dense = tensor.detach().cpu().to(ScalarType.Byte).contiguous();
        byte[] values = new byte[Math.toIntExact(dense.numel())];
        new BytePointer(dense.data_ptr_byte()).get(values);
        return values;
    }

    /** The raw little-endian bytes of a tensor, at most 2 GiB. */
    public static ByteBuffer rawBytes(Tensor tensor) {
        Tensor dense = tensor.detach().cpu().contiguous();
        byte[] values = new byte[Math.toIntExact(dense.nbytes())];
        new BytePointer(dense.data_ptr()).get(values);
        return ByteBuffer.wrap(values);
    }

    /**
     * A tensor from raw little-endian bytes.
     *
     * @throws ShapeException if the bytes do not fill the shape
     */
    public static Tensor fromRawBytes(ByteBuffer bytes, ScalarType type, long... shape) {
        Tensor tensor = zeros(type, shape);
        if (tensor.nbytes() != bytes.remaining()) {
            throw new ShapeException("%d bytes for a %s tensor of shape %s, which has %d"
                    .formatted(bytes.remaining(), type, java.util.Arrays.toString(shape), tensor.nbytes()));
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        new BytePointer(tensor.data_ptr()).put(copy, 0, copy.length);
        return tensor;
    }

    /** Joins tensors along a dimension. */
    public static Tensor cat(long dimension, Tensor... parts) {
        return torch.cat(new TensorVector(parts), dimension);
    }

    /** Stacks tensors of one shape along a new dimension. */
    public static Tensor stack(long dimension, Tensor... parts) {
        return torch.stack(new TensorVector(parts), dimension);
    }

    /** The shape as an array. */
    public static long[] shape(Tensor tensor) {
        long[] shape = new long[Math.toIntExact(tensor.dim())];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = tensor.size(i);
        }
        return shape;
    }

    /** Options of a dtype; the binding's other constructors silently cast what they are given. */
    public static TensorOptions options(ScalarType type) {
        return new TensorOptions(type);
    }

    private static void requireSize(long length, long... shape) {
        long expected = 1;
        for (long side : shape) {
            expected *= side;
        }
        if (length != expected) {
            throw new ShapeException("%d values for shape %s, which has %d"
                    .formatted(length, java.util.Arrays.toString(shape), expected));
        }
    }
}
