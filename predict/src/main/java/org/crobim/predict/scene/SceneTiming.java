package org.crobim.predict.scene;

/**
 * Where the time of a run went.
 *
 * @param tiles that the network saw in this run
 * @param networkSeconds that the network took for them
 * @param totalSeconds from the start of the run, reading, blending and deciding included
 */
public record SceneTiming(int tiles, double networkSeconds, double totalSeconds) {
    /** Share of the time that was the network's own, 0..1: how near the run comes to the rate of the bare network. */
    public double networkShare() {
        return totalSeconds > 0 ? networkSeconds / totalSeconds : 0;
    }

    /** Tiles a second of the whole run. */
    public double tilesPerSecond() {
        return totalSeconds > 0 ? tiles / totalSeconds : 0;
    }
}
