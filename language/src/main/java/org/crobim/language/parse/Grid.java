package org.crobim.language.parse;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.crobim.language.parse.Lexicon.GridStep;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Region;
import org.crobim.language.place.Side;

/** Cells of the 3 x 3 grid, put together from words. */
final class Grid {
    private Grid() {}

    /** The cell or side that the words name together; empty for "left right". */
    static Optional<Region> region(Collection<GridStep> steps) {
        Set<GridStep> set = EnumSet.copyOf(steps);
        boolean top = set.contains(GridStep.TOP);
        boolean bottom = set.contains(GridStep.BOTTOM);
        boolean left = set.contains(GridStep.LEFT);
        boolean right = set.contains(GridStep.RIGHT);
        if (top && bottom || left && right) {
            return Optional.empty();
        }
        boolean corner = (top || bottom) && (left || right);
        String row = top ? "TOP" : bottom ? "BOTTOM" : "";
        String column = left ? "LEFT" : right ? "RIGHT" : "";
        if (corner) {
            return Optional.of(Region.valueOf(row + "_" + column));
        }
        if (!set.contains(GridStep.MIDDLE)) {
            return Optional.of(Region.valueOf(row + column));
        }
        if (column.isEmpty()) {
            return Optional.of(Region.valueOf(row.isEmpty() ? "CENTER" : row + "_CENTER"));
        }
        return Optional.of(Region.valueOf("MIDDLE_" + column));
    }

    /** The part that lies in both; "in the middle" with a side is the middle of that side. */
    static Optional<Region> intersection(Region one, Region other) {
        Set<GridStep> steps = steps(one);
        steps.addAll(steps(other));
        return region(steps);
    }

    /** The direction from the centre to a cell; empty for the centre itself. */
    static Optional<Bearing> bearing(Region region) {
        Set<GridStep> steps = steps(region);
        int x = steps.contains(GridStep.LEFT) ? -1 : steps.contains(GridStep.RIGHT) ? 1 : 0;
        int y = steps.contains(GridStep.TOP) ? -1 : steps.contains(GridStep.BOTTOM) ? 1 : 0;
        return x == 0 && y == 0 ? Optional.empty() : Optional.of(Bearing.of(x, y));
    }

    /** The side of the image that is meant by a whole column or row. */
    static Optional<Side> side(Region region) {
        return region.isSide() ? Optional.of(Side.valueOf(region.name())) : Optional.empty();
    }

    private static Set<GridStep> steps(Region region) {
        Set<GridStep> steps = EnumSet.noneOf(GridStep.class);
        for (String step : region.name().split("_", -1)) {
            steps.add(step.equals("CENTER") ? GridStep.MIDDLE : GridStep.valueOf(step));
        }
        return steps;
    }
}
