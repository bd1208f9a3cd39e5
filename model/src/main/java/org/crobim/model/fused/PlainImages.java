package org.crobim.model.fused;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.referring.ImageEncoding;
import org.crobim.model.tensor.NativeScope;

/**
 * Images that no network has seen yet: where words enter at the first stage, there is nothing to compute before them.
 *
 * @param pixels (B, H, W, 3), normalised
 */
record PlainImages(Tensor pixels) implements ImageEncoding {
    /**
     * The encoding of this kind of network.
     *
     * @throws IllegalArgumentException if another kind of network made it
     */
    static PlainImages of(ImageEncoding images) {
        if (images instanceof PlainImages own) {
            return own;
        }
        throw new IllegalArgumentException("images are " + images.getClass().getSimpleName()
                + ", expected those of a network that fuses words into its image encoder");
    }

    @Override
    public long count() {
        return pixels.size(0);
    }

    @Override
    public PlainImages keep() {
        NativeScope.keep(pixels);
        return this;
    }

    @Override
    public void release() {
        NativeScope.release(pixels);
    }

    @Override
    public long bytes() {
        return pixels.nbytes();
    }
}
