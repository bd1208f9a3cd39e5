package org.crobim.data.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One image and all samples about it that stand next to each other: the unit of work.
 *
 * @param listing lists the samples
 * @param samples at least one, of one image file
 */
record ImageUnit(SampleListing listing, List<ListedSample> samples) {
    /** All units of a listing in its order. */
    static List<ImageUnit> of(SampleListing listing) {
        List<ImageUnit> units = new ArrayList<>();
        List<ListedSample> together = new ArrayList<>();
        String image = "";
        for (ListedSample sample : listing.samples()) {
            String next = listing.imageFile(sample).map(Path::toString).orElse(sample.imageId());
            if (!together.isEmpty() && !next.equals(image)) {
                units.add(new ImageUnit(listing, List.copyOf(together)));
                together.clear();
            }
            image = next;
            together.add(sample);
        }
        if (!together.isEmpty()) {
            units.add(new ImageUnit(listing, List.copyOf(together)));
        }
        return units;
    }

    ListedSample first() {
        return samples.get(0);
    }

    String split() {
        return listing.split();
    }

    Optional<Path> imageFile() {
        return listing.imageFile(first());
    }

    /** The image file, or the name of the image. */
    Place place() {
        return Place.of(imageFile().map(Path::toString).orElse(first().imageId()));
    }
}
