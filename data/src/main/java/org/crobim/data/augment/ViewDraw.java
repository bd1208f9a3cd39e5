package org.crobim.data.augment;

import java.util.List;
import java.util.random.RandomGenerator;
import org.crobim.core.geometry.Box;
import org.crobim.data.augment.OutlinedScene.Outline;
import org.crobim.data.augment.View.Orientation;
import org.crobim.language.ObjectCategory;

/**
 * Draws square views of a scene: the whole image, or a crop that holds a random object.
 *
 * @param geometry how far views may depart from the file
 * @param sidePixels side of the view, at least 1
 */
public record ViewDraw(Augmentation.Geometry geometry, int sidePixels) {
    /** Crops are not made from fewer source pixels than this part of the view's side: they would only be blurred. */
    private static final double LEAST_SOURCE_SHARE = 0.4;

    /** A zoom aims at showing the object at this part of the view's side. */
    private static final double LEAST_ZOOMED_OBJECT = 0.12;

    private static final double MOST_ZOOMED_OBJECT = 0.4;

    /** Draws a view. */
    public View draw(OutlinedScene scene, RandomGenerator random) {
        boolean whole = random.nextDouble() < geometry.wholeImageShare()
                || scene.outlines().isEmpty();
        Box window = whole
                ? new Box(0, 0, scene.image().width(), scene.image().height())
                : crop(scene, anyObject(scene, random).box(), random);
        return new View(window, sidePixels, sidePixels, orientation(random));
    }

    /** Classes alike, then objects: one bridge among sixty cars is looked at as often as all cars together. */
    private static Outline anyObject(OutlinedScene scene, RandomGenerator random) {
        List<ObjectCategory> categories =
                scene.outlines().stream().map(Outline::category).distinct().toList();
        ObjectCategory chosen = categories.get(random.nextInt(categories.size()));
        List<Outline> objects = scene.outlines().stream()
                .filter(outline -> outline.category() == chosen)
                .toList();
        return objects.get(random.nextInt(objects.size()));
    }

    private Orientation orientation(RandomGenerator random) {
        return random.nextDouble() < geometry.turnShare()
                ? new Orientation(random.nextBoolean(), random.nextBoolean(), random.nextBoolean())
                : Orientation.UPRIGHT;
    }

    private Box crop(OutlinedScene scene, Box object, RandomGenerator random) {
        int imageWidth = scene.image().width();
        int imageHeight = scene.image().height();
        double part = geometry.smallestCrop() + (1 - geometry.smallestCrop()) * random.nextDouble();
        if (random.nextDouble() < geometry.zoomShare()) {
            double objectPart = Math.max(object.width() / imageWidth, object.height() / imageHeight);
            double shown = LEAST_ZOOMED_OBJECT + (MOST_ZOOMED_OBJECT - LEAST_ZOOMED_OBJECT) * random.nextDouble();
            part = Math.min(part, objectPart / shown);
        }
        double stretch = Math.exp(geometry.aspectSpread() * (random.nextDouble() - 0.5));
        double width = side(part * stretch, imageWidth);
        double height = side(part / stretch, imageHeight);
        double left = start(object.xMin(), object.xMax(), width, imageWidth, random);
        double top = start(object.yMin(), object.yMax(), height, imageHeight, random);
        return new Box(left, top, left + width, top + height);
    }

    private double side(double part, int imageSide) {
        return Math.min(imageSide, Math.max(LEAST_SOURCE_SHARE * sidePixels, part * imageSide));
    }

    /** Where a window of that length starts so that it lies in the image and holds the object, or its middle. */
    private static double start(
            double objectStart, double objectEnd, double length, int imageSide, RandomGenerator random) {
        double least = Math.max(0, objectEnd - length);
        double most = Math.min(imageSide - length, objectStart);
        if (least > most) {
            double middle = (objectStart + objectEnd) / 2;
            least = Math.max(0, middle - length);
            most = Math.max(least, Math.min(imageSide - length, middle));
        }
        return least + (most - least) * random.nextDouble();
    }
}
