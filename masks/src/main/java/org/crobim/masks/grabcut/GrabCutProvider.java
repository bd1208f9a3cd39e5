package org.crobim.masks.grabcut;

import java.nio.file.Path;
import java.util.Optional;
import org.crobim.data.mask.MaskSource;
import org.crobim.data.mask.MaskSourceProvider;

/** {@code --masks grabcut}; needs no files. */
public final class GrabCutProvider implements MaskSourceProvider {
    @Override
    public String name() {
        return "grabcut";
    }

    @Override
    public MaskSource open(Optional<Path> models) {
        return new GrabCutMasks();
    }
}
