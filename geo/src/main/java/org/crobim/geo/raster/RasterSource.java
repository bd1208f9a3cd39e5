package org.crobim.geo.raster;

import java.io.Closeable;
import java.util.List;
import org.crobim.core.error.InputException;

/**
 * An open scene: reads windows as eight-bit colour with the choice of bands and the stretch already applied.
 *
 * <p>Memory depends on the window and on the blocks of the file that it touches, never on the size of the scene. Not safe
 * for use by several threads.
 */
public interface RasterSource extends Closeable {
    /** What the file says of itself. */
    RasterInfo info();

    /** What the user should know of how the scene is read, each a sentence: bands that were guessed, the stretch. */
    default List<String> remarks() {
        return List.of();
    }

    /**
     * Reads a window, resampled to another size: anti-aliased where it shrinks, bilinear where it grows.
     *
     * @param window within the scene
     * @param outputWidth columns of the result
     * @param outputHeight rows of the result
     * @throws InputException if the file is damaged there
     * @throws IllegalArgumentException if the window leaves the scene
     */
    ScenePatch read(PixelWindow window, int outputWidth, int outputHeight);

    /** Reads a window as it is. */
    default ScenePatch read(PixelWindow window) {
        return read(window, window.width(), window.height());
    }

    @Override
    void close();
}
