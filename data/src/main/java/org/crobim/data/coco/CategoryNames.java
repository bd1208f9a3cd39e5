package org.crobim.data.coco;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.crobim.language.ObjectCategory;

/** Finds a class by the name a data file gives it: case, spaces, hyphens and underscores do not matter. */
final class CategoryNames {
    /** Spellings of DOTA, iSAID, DIOR and British files that no sentence would use. */
    private static final Map<String, ObjectCategory> FILE_SPELLINGS = Map.of(
            "smallvehicle", ObjectCategory.VEHICLE,
            "largevehicle", ObjectCategory.VEHICLE,
            "harbour", ObjectCategory.HARBOR,
            "aeroplane", ObjectCategory.AIRPLANE);

    private static final Map<String, ObjectCategory> BY_NAME = byName();

    private CategoryNames() {}

    /** The class of that name, or empty when it is none of ours. */
    static Optional<ObjectCategory> find(String name) {
        return Optional.ofNullable(BY_NAME.get(bare(name)));
    }

    private static Map<String, ObjectCategory> byName() {
        Map<String, ObjectCategory> byName = new HashMap<>(FILE_SPELLINGS);
        for (ObjectCategory category : ObjectCategory.values()) {
            category.names().forEach(name -> byName.put(bare(name), category));
        }
        return Map.copyOf(byName);
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
