package org.crobim.geo.blend;

/** What became of a tile. */
enum TileState {
    /** It holds no data. */
    BLANK,
    /** All of it holds data, and the network finds nothing there; no block is kept. */
    EMPTY,
    /** Its codes stand in a block of the scratch file. */
    STORED
}
