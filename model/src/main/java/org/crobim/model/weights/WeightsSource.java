package org.crobim.model.weights;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import org.bytedeco.pytorch.Tensor;

/**
 * Named tensors of a file of any format, read one at a time.
 *
 * <p>Whoever makes one has checked names, shapes and places before: what remains to fail is the disk. Several threads may read at
 * once.
 */
public interface WeightsSource extends AutoCloseable {
    /** The file, or the folder of several, as it was named; for messages. */
    Path path();

    /** Name of the format for people, such as {@code safetensors}. */
    String format();

    /** Names of all tensors. */
    SortedSet<String> names();

    /**
     * Dtype and shape of a tensor.
     *
     * @throws org.crobim.core.error.WeightsException if there is none of that name
     */
    StoredTensor stored(String name);

    /**
     * Reads one tensor.
     *
     * @return in the stored dtype, dense, on the CPU, owned by the innermost scope
     * @throws org.crobim.core.error.WeightsException if there is none of that name or the file cannot be read
     */
    Tensor read(String name);

    /** What else the file says, as texts; empty if nothing. */
    Map<String, String> metadata();

    /** Closes the file; tensors that were read stay. */
    @Override
    void close();
}
