package org.crobim.train.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Tensors;

/**
 * Where each parameter lies in a flat buffer; parameters of one group are neighbours.
 *
 * @param slots one for each parameter, in the order of the buffer
 * @param sections one for each group, in the order of the buffer
 * @param length values of the buffer
 */
public record ParameterLayout(List<Slot> slots, List<Section> sections, long length) {
    /** Parameters begin at multiples of 64 bytes, as libtorch's own allocations do: vector kernels rely on it for speed. */
    private static final long ALIGNMENT = 16;

    /**
     * Place of a parameter.
     *
     * @param name dotted
     * @param offset first value in the buffer
     * @param shape of the parameter; its values follow each other row by row
     */
    public record Slot(String name, long offset, List<Long> shape) {
        /** Number of values. */
        long count() {
            return shape.stream().reduce(1L, Math::multiplyExact);
        }

        long[] shapeArray() {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /**
     * A stretch of the buffer that is treated alike.
     *
     * @param group how
     * @param offset first value
     * @param count values
     */
    public record Section(ParameterGroup group, long offset, long count) {}

    /** Lays out the parameters of a network. */
    public static ParameterLayout of(Map<String, Tensor> parameters, ParameterGroups groups) {
        Map<ParameterGroup, Map<String, Tensor>> members = new LinkedHashMap<>();
        parameters.forEach((name, tensor) -> members.computeIfAbsent(
                        groups.groupOf(name, tensor.dim()), unused -> new LinkedHashMap<>())
                .put(name, tensor));
        List<Slot> slots = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        long offset = 0;
        for (Map.Entry<ParameterGroup, Map<String, Tensor>> group : members.entrySet()) {
            long begin = offset;
            for (Map.Entry<String, Tensor> member : group.getValue().entrySet()) {
                Slot slot = new Slot(member.getKey(), offset, shape(member.getValue()));
                slots.add(slot);
                offset += (slot.count() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
            }
            sections.add(new Section(group.getKey(), begin, offset - begin));
        }
        return new ParameterLayout(List.copyOf(slots), List.copyOf(sections), offset);
    }

    private static List<Long> shape(Tensor tensor) {
        return Arrays.stream(Tensors.shape(tensor)).boxed().toList();
    }
}
