package org.crobim.model.rmsin;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.BatchNorm;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.Pointwise;

/**
 * Two rounds of three parallel branches over a map of one channel, t = relu(branches(m)) and sigmoid(branches'(t)): every
 * place gets a weight from what lies around it.
 *
 * <p>The branches of a round are summed: BN(1x1 m) + BN(3x3(BN(1x1 m))) + BN(m).
 */
final class RepBlock extends Layer {
    private final Round first;
    private final Round second;

    RepBlock(Initializer init) {
        first = round("", init);
        second = round("_2", init);
    }

    private Round round(String ending, Initializer init) {
        String wide = "brb_3x3" + ending;
        String narrow = "brb_1x1" + ending;
        return new Round(
                new Normed(
                        child(wide + ".conv1", Pointwise.ofMapsUnbiased(1, 1, init)),
                        child(wide + ".bn1", new BatchNorm(1, init))),
                child(wide + ".conv2", Convolution.smoothing(1, 1, init)),
                child(wide + ".bn2", new BatchNorm(1, init)),
                new Normed(
                        child(narrow + ".conv", Pointwise.ofMapsUnbiased(1, 1, init)),
                        child(narrow + ".bn", new BatchNorm(1, init))),
                child("brb_identity" + ending, new BatchNorm(1, init)));
    }

    /**
     * @param map (B, H, W, 1)
     * @return (B, H, W, 1), in 0..1
     */
    Tensor forward(Tensor map) {
        return second.forward(first.forward(map).relu()).sigmoid();
    }

    /** A factor and its batch norm. */
    private record Normed(Pointwise factor, BatchNorm norm) {
        Tensor forward(Tensor x) {
            return norm.forward(factor.forward(x));
        }
    }

    private record Round(Normed entry, Convolution around, BatchNorm aroundNorm, Normed point, BatchNorm identity) {
        Tensor forward(Tensor x) {
            Tensor neighbours = aroundNorm.forward(around.forward(entry.forward(x)));
            return point.forward(x).add(neighbours).add(identity.forward(x));
        }
    }
}
