package org.crobim.model.rmsin;

import java.util.List;
import org.crobim.core.error.WeightsException;

/**
 * The square grid on which the four stages meet. Its side is part of the weights: a matrix of the attention joins all
 * tokens of three grids to those of the first.
 *
 * @param side cells a side; 15 in the published network, stride 32 at 480 x 480 pixels
 */
public record InteractionGrid(long side) {
    /** The matrix that the side can be read off: (cells, tokens). */
    public static final String PROJECTION = "backbone.cim.block.0.csa1.m.attention.proj.weight";

    /** Checks the side. */
    public InteractionGrid {
        if (side < 1) {
            throw new IllegalArgumentException(
                    "the grid of the cross-scale interaction has side %d, expected at least 1".formatted(side));
        }
    }

    /** Cells of the grid: 225 at side 15. */
    public long cells() {
        return side * side;
    }

    /** Cells of the grid, of its half and of its third: 225 + 64 + 25 at side 15. */
    public long tokens() {
        long half = (side + 1) / 2;
        long third = (side + 2) / 3;
        return cells() + half * half + third * third;
    }

    /**
     * The grid that weights were made for.
     *
     * @param projection shape of {@link #PROJECTION}, (225, 314) in the published network
     * @param where names the file in messages
     * @throws WeightsException if no grid has that shape
     */
    public static InteractionGrid of(List<Long> projection, String where) {
        if (projection.size() == 2 && projection.get(0) > 0) {
            InteractionGrid grid = new InteractionGrid(Math.round(Math.sqrt(projection.get(0))));
            if (projection.equals(List.of(grid.cells(), grid.tokens()))) {
                return grid;
            }
        }
        throw new WeightsException(
                "%s: %s is %s, expected the cells of a square grid and those of it, its half and its third, such as [225, 314]. The weights belong to another network."
                        .formatted(where, PROJECTION, projection));
    }
}
