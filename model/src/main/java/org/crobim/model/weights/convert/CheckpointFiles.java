package org.crobim.model.weights.convert;

import java.nio.file.Files;
import java.nio.file.Path;
import org.crobim.model.weights.Safetensors;
import org.crobim.model.weights.ShardedSafetensors;
import org.crobim.model.weights.WeightsSource;
import org.crobim.model.weights.torch.TorchCheckpoint;

/** Opens weights of any format that this project reads, told by their content and not by their name. */
public final class CheckpointFiles {
    private CheckpointFiles() {}

    /**
     * Opens a file.
     *
     * @param file safetensors, a PyTorch checkpoint (zip or legacy), an index of several safetensors files, or a folder with one
     * @throws org.crobim.core.error.WeightsException if the file is missing, damaged, of another format or refused
     */
    public static WeightsSource open(Path file) {
        if (Files.isDirectory(file) && Files.exists(file.resolve(ShardedSafetensors.INDEX))) {
            return ShardedSafetensors.open(file.resolve(ShardedSafetensors.INDEX));
        }
        if (file.toString().endsWith(".json")) {
            return ShardedSafetensors.open(file);
        }
        return TorchCheckpoint.recognises(file) ? TorchCheckpoint.open(file) : Safetensors.open(file);
    }
}
