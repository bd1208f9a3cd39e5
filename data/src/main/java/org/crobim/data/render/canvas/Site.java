package org.crobim.data.render.canvas;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** Ground already in use, so that nothing is built twice on one spot. */
public final class Site {
    private final List<Plot> taken = new ArrayList<>();
    private final List<Shape> closed = new ArrayList<>();

    /** Whether the plot with a rim of {@code margin} pixels touches nothing. */
    public boolean isFree(Plot plot, double margin) {
        Plot wanted = plot.grown(margin);
        for (Plot other : taken) {
            if (wanted.meets(other)) {
                return false;
            }
        }
        return closed.isEmpty() || isOutside(wanted);
    }

    private boolean isOutside(Plot plot) {
        double[] corner = plot.corners();
        for (Shape area : closed) {
            boolean inside = area.contains(plot.x(), plot.y());
            for (int i = 0; i < 8; i += 2) {
                inside |= area.contains(corner[i], corner[i + 1]);
            }
            if (inside) {
                return false;
            }
        }
        return true;
    }

    /** Takes the plot if it is free with that margin. */
    public boolean claim(Plot plot, double margin) {
        boolean free = isFree(plot, margin);
        if (free) {
            taken.add(plot);
        }
        return free;
    }

    /** Closes a large area such as the sea; plots are tested by their corners and centre. */
    public void close(Shape area) {
        closed.add(area);
    }

    /** Takes the plot whether free or not. */
    public void occupy(Plot plot) {
        taken.add(plot);
    }
}
