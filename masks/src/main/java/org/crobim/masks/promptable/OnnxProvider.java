package org.crobim.masks.promptable;

import java.nio.file.Path;
import java.util.Optional;
import org.crobim.core.error.UsageException;
import org.crobim.data.mask.MaskSource;
import org.crobim.data.mask.MaskSourceProvider;

/** {@code --masks onnx}: {@code encoder.onnx} and {@code decoder.onnx} in a folder that the user names. */
public final class OnnxProvider implements MaskSourceProvider {
    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public MaskSource open(Optional<Path> models) {
        Path folder = models.orElseThrow(
                () -> new UsageException(
                        "Masks \"onnx\" need a folder with encoder.onnx and decoder.onnx, an export of Segment Anything: --mask-models DIR"));
        return PromptableSegmenter.load(folder.resolve("encoder.onnx"), folder.resolve("decoder.onnx"));
    }
}
