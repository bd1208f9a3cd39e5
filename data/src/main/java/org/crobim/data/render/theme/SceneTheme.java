package org.crobim.data.render.theme;

import org.crobim.data.render.canvas.Stage;
import org.crobim.data.render.layout.Composer;
import org.crobim.data.render.place.AirportComposer;
import org.crobim.data.render.place.ArenaComposer;
import org.crobim.data.render.place.ContainerPortComposer;
import org.crobim.data.render.place.ExpresswayComposer;
import org.crobim.data.render.place.GolfCourseComposer;
import org.crobim.data.render.place.HeliportComposer;
import org.crobim.data.render.place.PowerPlantComposer;
import org.crobim.data.render.place.RailwayComposer;
import org.crobim.data.render.place.ReservoirComposer;
import org.crobim.data.render.place.SuburbComposer;
import org.crobim.data.render.place.WindFarmComposer;

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
    RIVER(230, 680, new RiverComposer()),
    /** Chimneys, boiler houses, heaps. */
    POWER_PLANT(260, 620, new PowerPlantComposer()),
    /** Container cranes on a quay, ships, stacks of containers. */
    CONTAINER_PORT(300, 700, new ContainerPortComposer()),
    /** A dam between lake and river. */
    RESERVOIR(420, 1200, new ReservoirComposer()),
    /** An expressway with overpasses, toll stations, service areas. */
    EXPRESSWAY(280, 760, new ExpresswayComposer()),
    /** Golf fields. */
    GOLF_COURSE(480, 1000, new GolfCourseComposer()),
    /** Helipads and helicopters close up. */
    HELIPORT(75, 180, new HeliportComposer()),
    /** Gardens with pools, roundabouts. */
    SUBURB(100, 240, new SuburbComposer()),
    /** Railway lines with stations. */
    RAILWAY(260, 640, new RailwayComposer()),
    /** Wind turbines on open land. */
    WIND_FARM(320, 1000, new WindFarmComposer()),
    /** Stadiums and soccer fields. */
    ARENA(280, 620, new ArenaComposer()),
    /** An airport as a whole, seen from far. */
    AIRPORT(2200, 4600, new AirportComposer());

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
