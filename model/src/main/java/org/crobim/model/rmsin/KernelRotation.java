package org.crobim.model.rmsin;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Tensors;

/**
 * Turns 3 x 3 kernels about their centre, R(theta) of arXiv 2303.07820.
 *
 * <p>Each tap of the turned kernel is read bilinearly from the kernel at its own place turned by theta; a place outside the
 * 3 x 3 taps is first moved to their border. So every row of R sums to 1, R(0) is the identity, and up to 45 degrees R is
 * the published table.
 */
final class KernelRotation {
    /** Taps of a kernel, row by row. */
    static final long TAPS = 9;

    private static final float[] RIGHT = {-1, 0, 1, -1, 0, 1, -1, 0, 1};
    private static final float[] DOWN = {-1, -1, -1, 0, 0, 0, 1, 1, 1};
    private static final float[] SIDE = {-1, 0, 1};

    private KernelRotation() {}

    /**
     * @param angles (K), radians within a quarter turn, turning right to down
     * @return (K, 9, 9): entry (p, q) is the share of tap q in the turned tap p; owned by the innermost scope
     */
    static Tensor matrices(Tensor angles) {
        Tensor cosine = angles.cos().unsqueeze(1);
        Tensor sine = angles.sin().unsqueeze(1);
        Tensor right = like(angles, RIGHT);
        Tensor down = like(angles, DOWN);
        Tensor columns = shares(cosine.mul(right).sub(sine.mul(down)));
        Tensor rows = shares(sine.mul(right).add(cosine.mul(down)));
        return rows.unsqueeze(3).mul(columns.unsqueeze(2)).reshape(angles.size(0), TAPS, TAPS);
    }

    /**
     * Shares of the three rows, or columns, in a place between them.
     *
     * @param places (K, 9), 0 at the centre
     * @return (K, 9, 3)
     */
    private static Tensor shares(Tensor places) {
        Tensor inside = places.clamp(new ScalarOptional(new Scalar(-1.0)), new ScalarOptional(new Scalar(1.0)));
        Tensor distances = inside.unsqueeze(2).sub(like(places, SIDE)).abs();
        return distances.neg().add(new Scalar(1.0)).relu();
    }

    private static Tensor like(Tensor other, float[] values) {
        return Tensors.floats(values, values.length).to(other.device(), other.scalar_type());
    }
}
