package org.crobim.data.annotated;

import java.util.List;
import org.crobim.core.geometry.Box;
import org.crobim.core.mask.Mask;
import org.crobim.data.augment.Rings;

/** Where an object lies, as exactly as its data set tells; continuous pixels of the scene. */
public sealed interface ObjectShape {
    /** The upright box around the object, possibly reaching beyond the image. */
    Box box();

    /**
     * An outline.
     *
     * @param rings {@code x1, y1, x2, y2, ...}, at least 3 vertices each, not closed, either orientation; their union is the object
     */
    record Polygons(List<double[]> rings) implements ObjectShape {
        /** Copies the list and checks the rings. */
        public Polygons {
            rings = List.copyOf(rings);
            if (rings.isEmpty() || rings.stream().anyMatch(ring -> ring.length < 6 || ring.length % 2 != 0)) {
                throw new IllegalArgumentException("An outline needs rings of at least 3 vertices (x, y)");
            }
        }

        @Override
        public Box box() {
            return Rings.box(rings);
        }
    }

    /**
     * Known pixels.
     *
     * @param left first column of the patch
     * @param top first row of the patch
     * @param patch at least one pixel is set
     * @param fraction known pixels over the whole object, (0, 1]; below 1 where the image cuts it or others hide it
     */
    record Pixels(int left, int top, Mask patch, double fraction) implements ObjectShape {
        /** Checks the range. */
        public Pixels {
            if (!(fraction > 0 && fraction <= 1)) {
                throw new IllegalArgumentException("The known part of an object must lie in (0, 1], got " + fraction);
            }
        }

        /** The pixels of an object of which nothing more is known to exist. */
        public Pixels(int left, int top, Mask patch) {
            this(left, top, patch, 1);
        }

        @Override
        public Box box() {
            Box inside = patch.boundingBox()
                    .orElseThrow(() -> new IllegalStateException("A patch without a pixel is no object"));
            return new Box(left + inside.xMin(), top + inside.yMin(), left + inside.xMax(), top + inside.yMax());
        }
    }

    /**
     * A box in any direction.
     *
     * @param corners {@code x1, y1, ..., x4, y4}, in order around the box
     */
    record OrientedBox(double[] corners) implements ObjectShape {
        private static final int NUMBERS = 8;

        /** Checks and copies the corners. */
        public OrientedBox {
            if (corners.length != NUMBERS) {
                throw new IllegalArgumentException(
                        "An oriented box has 4 corners (8 numbers), got %d numbers".formatted(corners.length));
            }
            corners = corners.clone();
        }

        @Override
        public double[] corners() {
            return corners.clone();
        }

        @Override
        public Box box() {
            return Rings.box(List.of(corners));
        }
    }

    /** An upright box and no more. */
    record UprightBox(Box box) implements ObjectShape {}
}
