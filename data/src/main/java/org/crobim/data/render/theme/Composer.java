package org.crobim.data.render.theme;

import org.crobim.data.render.canvas.Stage;

/** Lays out one scene: draws the ground at once and queues what stands on it. */
interface Composer {
    /** Fills the stage. */
    void compose(Stage stage);
}
