package org.crobim.app.vector;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crobim.core.error.UsageException;
import org.crobim.geo.vector.format.FeatureFormat;

/** The formats that a user names. */
public final class FeatureFormats {
    private FeatureFormats() {}

    /**
     * Reads names such as "geojson", "gpkg".
     *
     * @param names in any order; repeated ones count once
     * @throws UsageException if one is no format
     */
    public static Set<FeatureFormat> named(List<String> names) {
        Set<FeatureFormat> formats = new LinkedHashSet<>();
        for (String name : names) {
            formats.add(FeatureFormat.named(name)
                    .orElseThrow(() -> new UsageException("\"%s\" is no format of features: expected one of %s."
                            .formatted(name, all(FeatureFormat::label)))));
        }
        return formats;
    }

    /** How files of features end, for messages. */
    static String suffixes() {
        return all(FeatureFormat::suffix);
    }

    private static String all(Function<FeatureFormat, String> word) {
        return Arrays.stream(FeatureFormat.values()).map(word).collect(Collectors.joining(", "));
    }
}
