package org.crobim.data.rrsisd;

import java.util.List;
import java.util.Optional;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;

/** The 20 classes of RRSIS-D by number, for when only the sentences are at hand. */
public final class RrsisdCategories {
    private static final List<String> NAMES = List.of(
            "Expressway-Service-area",
            "Expressway-toll-station",
            "airplane",
            "airport",
            "baseballfield",
            "basketballcourt",
            "bridge",
            "chimney",
            "dam",
            "golffield",
            "groundtrackfield",
            "harbor",
            "overpass",
            "ship",
            "stadium",
            "storagetank",
            "tenniscourt",
            "trainstation",
            "vehicle",
            "windmill");

    private RrsisdCategories() {}

    /** Names as the data set spells them; the index is the class number. */
    public static List<String> names() {
        return NAMES;
    }

    /** The class with a number; empty if RRSIS-D has none such. */
    public static Optional<ObjectCategory> category(long categoryId) {
        return categoryId < 0 || categoryId >= NAMES.size()
                ? Optional.empty()
                : CategoryMention.named(NAMES.get((int) categoryId));
    }
}
