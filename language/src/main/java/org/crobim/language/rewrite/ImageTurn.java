package org.crobim.language.rewrite;

import java.util.List;
import java.util.stream.Stream;
import org.crobim.core.geometry.Box;
import org.crobim.language.attribute.OrientationName;
import org.crobim.language.place.Bearing;
import org.crobim.language.place.Side;

/**
 * One of the eight ways to flip and turn an image.
 *
 * @param transposed x and y are swapped, before the flips
 * @param flippedX left and right are swapped
 * @param flippedY top and bottom are swapped
 */
public record ImageTurn(boolean transposed, boolean flippedX, boolean flippedY) {
    /** As it was. */
    public static final ImageTurn UPRIGHT = new ImageTurn(false, false, false);

    /** Left becomes right. */
    public static final ImageTurn FLIP_HORIZONTAL = new ImageTurn(false, true, false);

    /** Top becomes bottom. */
    public static final ImageTurn FLIP_VERTICAL = new ImageTurn(false, false, true);

    /** Top becomes right, right becomes bottom. */
    public static final ImageTurn QUARTER_TURN_CLOCKWISE = new ImageTurn(true, true, false);

    /** Upside down. */
    public static final ImageTurn HALF_TURN = new ImageTurn(false, true, true);

    /** Top becomes left, left becomes bottom. */
    public static final ImageTurn QUARTER_TURN_COUNTERCLOCKWISE = new ImageTurn(true, false, true);

    /** All eight, the upright one first. */
    public static List<ImageTurn> all() {
        List<Boolean> either = List.of(false, true);
        return either.stream()
                .flatMap(transposed -> either.stream()
                        .flatMap(flippedX -> either.stream()
                                .flatMap(flippedY -> Stream.of(new ImageTurn(transposed, flippedX, flippedY)))))
                .toList();
    }

    /** Whether top and bottom are no longer where they were. */
    public boolean movesVertical() {
        return transposed || flippedY;
    }

    /** Where a direction points afterwards. */
    public Bearing of(Bearing bearing) {
        int x = transposed ? bearing.y() : bearing.x();
        int y = transposed ? bearing.x() : bearing.y();
        return Bearing.of(flippedX ? -x : x, flippedY ? -y : y);
    }

    /** Where a side lies afterwards. */
    public Side of(Side side) {
        Bearing outwards = switch (side) {
            case LEFT -> Bearing.LEFT;
            case RIGHT -> Bearing.RIGHT;
            case TOP -> Bearing.ABOVE;
            case BOTTOM -> Bearing.BELOW;
        };
        Bearing turned = of(outwards);
        if (turned.x() != 0) {
            return turned.x() < 0 ? Side.LEFT : Side.RIGHT;
        }
        return turned.y() < 0 ? Side.TOP : Side.BOTTOM;
    }

    /** How a long object lies afterwards. */
    public OrientationName of(OrientationName orientation) {
        return !transposed
                ? orientation
                : switch (orientation) {
                    case HORIZONTAL -> OrientationName.VERTICAL;
                    case VERTICAL -> OrientationName.HORIZONTAL;
                    case DIAGONAL -> OrientationName.DIAGONAL;
                };
    }

    /**
     * Where a box lies afterwards.
     *
     * @param width of the image before, pixels
     * @param height of the image before, pixels
     */
    public Box of(Box box, double width, double height) {
        Box swapped = transposed ? new Box(box.yMin(), box.xMin(), box.yMax(), box.xMax()) : box;
        double newWidth = transposed ? height : width;
        double newHeight = transposed ? width : height;
        return new Box(
                flippedX ? newWidth - swapped.xMax() : swapped.xMin(),
                flippedY ? newHeight - swapped.yMax() : swapped.yMin(),
                flippedX ? newWidth - swapped.xMin() : swapped.xMax(),
                flippedY ? newHeight - swapped.yMin() : swapped.yMax());
    }
}
