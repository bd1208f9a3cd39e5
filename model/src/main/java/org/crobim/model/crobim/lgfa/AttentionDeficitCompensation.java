package org.crobim.model.crobim.lgfa;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.nn.Linear;
import org.crobim.model.tensor.Ops;

/**
 * Attention deficit compensation of LGFA, in its three variants; our reconstruction.
 *
 * <ul>
 *   <li>{@link Compensation#DEFICIT}: S' = sigma(Conv1x1(M)), D = 1 - S', O = LN(X + S' * M + gamma * phi(D * X)) with
 *       phi = DW3x3, GELU, Conv1x1
 *   <li>{@link Compensation#LOCAL}: O = LN(X + M + DW3x3(Hardswish(M)))
 *   <li>{@link Compensation#NONE}: O = LN(X + M)
 * </ul>
 */
abstract class AttentionDeficitCompensation extends Layer {
    private final LayerNorm norm;

    private AttentionDeficitCompensation(int width, Initializer init) {
        norm = child("norm", new LayerNorm(width, init));
    }

    /**
     * @param variant formula
     * @param width d
     */
    static AttentionDeficitCompensation of(Compensation variant, int width, Initializer init) {
        return switch (variant) {
            case DEFICIT -> new Deficit(width, init);
            case LOCAL -> new Local(width, init);
            case NONE -> new None(width, init);
        };
    }

    /**
     * @param pixels X (Q, h, w, d)
     * @param fused M (Q, h, w, d)
     * @return O (Q, h, w, d)
     */
    final Tensor forward(Tensor pixels, Tensor fused) {
        return norm.forward(sum(pixels, fused));
    }

    abstract Tensor sum(Tensor pixels, Tensor fused);

    private static final class Deficit extends AttentionDeficitCompensation {
        private final Linear attended;
        private final Convolution local;
        private final Linear mix;
        private final Tensor gamma;

        Deficit(int width, Initializer init) {
            super(width, init);
            attended = child("attended", new Linear(width, width, init));
            local = child("local", Convolution.depthwise(width, 3, init));
            mix = child("mix", new Linear(width, width, init));
            gamma = parameter("gamma", init.constant(1e-2, width));
        }

        @Override
        Tensor sum(Tensor pixels, Tensor fused) {
            Tensor share = attended.forward(fused).sigmoid();
            Tensor missed = pixels.addcmul(pixels, share, new Scalar(-1.0));
            Tensor recovered = mix.forward(Ops.gelu(local.forward(missed)));
            return Ops.addScaled(Ops.addScaled(pixels, fused, share), recovered, gamma);
        }
    }

    private static final class Local extends AttentionDeficitCompensation {
        private final Convolution local;

        Local(int width, Initializer init) {
            super(width, init);
            local = child("local", Convolution.depthwise(width, 3, init));
        }

        @Override
        Tensor sum(Tensor pixels, Tensor fused) {
            return pixels.add(fused).add(local.forward(torch.hardswish(fused)));
        }
    }

    private static final class None extends AttentionDeficitCompensation {
        None(int width, Initializer init) {
            super(width, init);
        }

        @Override
        Tensor sum(Tensor pixels, Tensor fused) {
            return pixels.add(fused);
        }
    }
}
