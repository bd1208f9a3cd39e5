package org.crobim.data.render.canvas;

import java.util.ArrayList;
import java.util.List;

/** Ground already in use, so that nothing is built twice on one spot. */
public final class Site {
    private final List<Plot> taken = new ArrayList<>();

    /** Whether the plot with a rim of {@code margin} pixels touches nothing. */
    public boolean isFree(Plot plot, double margin) {
        Plot wanted = plot.grown(margin);
        for (Plot other : taken) {
            if (wanted.meets(other)) {
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

    /** Takes the plot whether free or not. */
    public void occupy(Plot plot) {
        taken.add(plot);
    }
}
