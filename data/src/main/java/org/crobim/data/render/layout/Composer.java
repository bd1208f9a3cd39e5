package org.crobim.data.render.layout;

import org.crobim.data.render.canvas.Stage;

/** Lays out one scene: draws the ground at once and queues what stands on it. */
public interface Composer {
    /** Fills the stage. */
    void compose(Stage stage);
}
