package org.crobim.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorsTest {
    private final NativeScope scope = NativeScope.withoutGradients();

    @AfterEach
    void release() {
        scope.close();
    }

    /** Pitfall P4: most constructors of options cast their argument and come out as float. */
    @ParameterizedTest
    @EnumSource(
            value = ScalarType.class,
            names = {"Float", "Double", "Long", "Int", "Byte", "Bool", "Half", "BFloat16"})
    void tensorsHaveTheTypeThatWasAskedFor(ScalarType type) {
        assertThat(Tensors.zeros(type, 2, 3).scalar_type().intern()).isEqualTo(type);
    }

    /** Pitfall P3: single numbers are read as sizes of arrays by the binding. */
    @Test
    void shapesAreWhatWasAskedFor() {
        assertThat(Tensors.shape(Tensors.zeros(7))).containsExactly(7);
        assertThat(Tensors.shape(Tensors.zeros(2, 0, 3))).containsExactly(2, 0, 3);
        assertThat(Tensors.shape(Tensors.zeros())).isEmpty();
    }

    @Test
    void valuesSurviveTheWayToNativeMemoryAndBack() {
        float[] floats = {1.5f, -2, Float.MIN_VALUE, Float.POSITIVE_INFINITY, 0, 7};
        assertThat(Tensors.toFloats(Tensors.floats(floats, 2, 3))).containsExactly(floats);
        byte[] bytes = {0, 1, 127, -128, -1, 5};
        assertThat(Tensors.toBytes(Tensors.bytes(bytes, 6))).containsExactly(bytes);
        assertThat(Tensors.toFloats(Tensors.bytes(bytes, 6))).containsExactly(0, 1, 127, 128, 255, 5);
        assertThat(Tensors.toDoubles(Tensors.longs(new long[] {1L << 40, -3}, 2)))
                .containsExactly(1L << 40, -3);
        Tensor flags = Tensors.booleans(new boolean[] {true, false}, 2);
        assertThat(flags.scalar_type().intern()).isEqualTo(ScalarType.Bool);
        assertThat(Tensors.toBytes(flags)).containsExactly(1, 0);
        assertThat(Tensors.toFloats(Tensors.full(2.5, 2))).containsExactly(2.5f, 2.5f);
    }

    /** Pitfall P12: a view has strides, its memory is not its values. */
    @Test
    void viewsAreReadInTheirOwnOrder() {
        Tensor rows = Tensors.floats(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        assertThat(Tensors.toFloats(rows.t())).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(Tensors.toDoubles(rows.narrow(1, 1, 1))).containsExactly(2, 5);
        assertThat(rows.t().is_contiguous()).isFalse();
        ByteBuffer raw = Tensors.rawBytes(rows.t()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(raw.getFloat(4)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = ScalarType.class,
            names = {"Float", "Double", "Long", "Byte", "Half", "BFloat16"})
    void rawBytesSurviveTheRoundTrip(ScalarType type) {
        Tensor tensor = Tensors.floats(new float[] {1, 2, 3, 100}, 2, 2).to(type);
        Tensor again = Tensors.fromRawBytes(Tensors.rawBytes(tensor), type, 2, 2);
        assertThat(again.scalar_type().intern()).isEqualTo(type);
        assertThat(Tensors.toFloats(again)).containsExactly(1, 2, 3, 100);
    }

    /** Pitfall P12: a blob that libtorch only points at would die with the Java array. */
    @Test
    void tensorsOwnACopyOfTheirValues() {
        float[] values = {1, 2};
        Tensor tensor = Tensors.floats(values, 2);
        values[0] = 9;
        assertThat(Tensors.toFloats(tensor)).containsExactly(1, 2);
    }

    @Test
    void numbersThatDoNotFillTheShapeAreRefused() {
        assertThatThrownBy(() -> Tensors.longs(new long[3], 2, 2))
                .isInstanceOf(ShapeException.class)
                .hasMessage("3 values for shape [2, 2], which has 4");
        assertThatThrownBy(() -> Tensors.fromRawBytes(ByteBuffer.allocate(7), ScalarType.Float, 2))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("7 bytes")
                .hasMessageContaining("which has 8");
    }

    @Test
    void partsAreJoinedAndStacked() {
        Tensor a = Tensors.floats(new float[] {1, 2}, 1, 2);
        Tensor b = Tensors.floats(new float[] {3, 4}, 1, 2);
        assertThat(Tensors.shape(Tensors.cat(0, a, b))).containsExactly(2, 2);
        assertThat(Tensors.toFloats(Tensors.cat(1, a, b))).containsExactly(1, 2, 3, 4);
        assertThat(Tensors.shape(Tensors.stack(2, a, b))).containsExactly(1, 2, 2);
        assertThat(Tensors.toFloats(Tensors.stack(2, a, b))).containsExactly(1, 3, 2, 4);
    }
}
