package org.crobim.data.render.theme;

import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.layout.Composer;

/** What kind of place a scene shows, and how much ground an image of it usually covers. */
public enum SceneTheme {
    /** Aprons, taxiways, terminals, planes. */
    AIRFIELD(220, 620, new AirfieldComposer()),
    /** Water with ships, sometimes a coast. */
    SEA(260, 900, new SeaComposer()),
    /** A coast with piers, boats and ships. */
    MARINA(230, 560, new MarinaComposer()),
    /** Groups of storage tanks. */
    TANK_FARM(330, 900, new TankFarmComposer()),
    /** Tracks, diamonds and courts between trees and buildings. */
    SPORTS_PARK(190, 450, new SportsParkComposer()),
    /** Courts close up. */
    COURTS(110, 260, new CourtsComposer()),
    /** Streets, houses and parking lots close up. */
    STREET(60, 125, new StreetComposer()),
    /** A river with bridges. */
    RIVER(230, 680, new RiverComposer());

    private final double leastSideMetres;
    private final double mostSideMetres;
    private final Composer composer;

    SceneTheme(double leastSideMetres, double mostSideMetres, Composer composer) {
        this.leastSideMetres = leastSideMetres;
        this.mostSideMetres = mostSideMetres;
        this.composer = composer;
    }

    /** Smallest usual ground length of the longer image side, metres. */
    public double leastSideMetres() {
        return leastSideMetres;
    }

    /** Largest usual ground length of the longer image side, metres. */
    public double mostSideMetres() {
        return mostSideMetres;
    }

    /** Fills a stage with a scene of this kind. */
    public void compose(Stage stage) {
        composer.compose(stage);
    }
}
