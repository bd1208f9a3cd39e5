package org.crobim.model.tensor;

import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Matrix products and convolutions of the calling thread run in bfloat16 while this is open; the backward pass belongs
 * outside.
 */
public final class Autocast implements AutoCloseable {
    private final DeviceType device;
    private final boolean before;

    private Autocast(DeviceType device, boolean enabled) {
        Engine.load();
        this.device = device;
        before = torch.is_autocast_enabled(device);
        if (enabled) {
            torch.set_autocast_dtype(device, ScalarType.BFloat16);
        }
        torch.set_autocast_enabled(device, enabled);
        torch.increment_nesting();
    }

    /** Mixed precision on that device type for the given setting; {@link Precision#FP32} switches it off. */
    public static Autocast of(Precision precision, DeviceType device) {
        return new Autocast(device, precision == Precision.BF16);
    }

    /** Switches mixed precision off for a part of a forward pass. */
    static Autocast off() {
        return new Autocast(DeviceType.CPU, false);
    }

    static boolean active() {
        return torch.is_autocast_enabled(DeviceType.CPU);
    }

    @Override
    public void close() {
        if (torch.decrement_nesting() == 0) {
            torch.clear_cache();
        }
        torch.set_autocast_enabled(device, before);
    }
}
