package org.crobim.model.tensor;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Owner of every native tensor made while it is the innermost scope of its thread; always in try-with-resources.
 *
 * <p>Without a scope a training step leaks megabytes that the collector does not see.
 */
public final class NativeScope implements AutoCloseable {
    private final PointerScope scope;
    private final @Nullable NoGradGuard noGrad;

    private NativeScope(boolean withoutGradients) {
        Engine.load();
        scope = new PointerScope();
        noGrad = withoutGradients ? new NoGradGuard() : null;
    }

    /** A scope in which operators record what the backward pass needs. */
    public static NativeScope open() {
        return new NativeScope(false);
    }

    /** A scope without gradients; the mode belongs to the calling thread and ends with the scope. */
    public static NativeScope withoutGradients() {
        return new NativeScope(true);
    }

    /**
     * Lets a tensor outlive its scope; the caller owns it and releases it with {@link #release}.
     *
     * @return the same tensor
     */
    public static Tensor keep(Tensor tensor) {
        return tensor.retainReference();
    }

    /** Gives up a tensor that {@link #keep} made independent. */
    public static void release(Tensor tensor) {
        tensor.releaseReference();
    }

    @Override
    public void close() {
        if (noGrad != null) {
            // Closed by hand and first: the collector would restore the mode on another thread.
            noGrad.close();
        }
        scope.close();
    }
}
