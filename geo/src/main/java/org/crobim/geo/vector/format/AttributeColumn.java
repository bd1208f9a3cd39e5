package org.crobim.geo.vector.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.crobim.geo.vector.FeatureMeasures;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.MaskFeature;

/**
 * One attribute that every feature of a file has.
 *
 * @param name of the column
 * @param kind of its values
 * @param value of a feature: a String, a Double, or nothing where it is not known
 */
record AttributeColumn(String name, Kind kind, Function<Row, Optional<Object>> value) {
    /** What the values are. */
    enum Kind {
        /** Words. */
        TEXT,
        /** A number. */
        NUMBER
    }

    /**
     * A feature with its measures.
     *
     * @param feature of the set
     * @param measures of the feature
     */
    record Row(MaskFeature feature, FeatureMeasures measures) {}

    /** The columns of a set, in the order of the file. */
    static List<AttributeColumn> of(FeatureSet features) {
        boolean onGround = features.reference().isPresent();
        List<AttributeColumn> columns = new ArrayList<>();
        columns.add(text("expression", row -> row.feature().origin().expression()));
        columns.add(number("score", row -> row.feature().score()));
        if (onGround) {
            columns.add(number("area_m2", row -> row.measures().areaSquareMetres()));
        }
        columns.add(
                number("area_pixels", row -> OptionalDouble.of(row.measures().areaPixels())));
        columns.add(number(
                onGround ? "centroid_longitude" : "centroid_column",
                row -> OptionalDouble.of(row.measures().centroid().x)));
        columns.add(number(
                onGround ? "centroid_latitude" : "centroid_row",
                row -> OptionalDouble.of(row.measures().centroid().y)));
        columns.add(text("model", row -> row.feature().origin().model()));
        columns.add(text("frame", row -> row.feature().origin().frame()));
        return columns;
    }

    /** Measures a feature of a set. */
    static Row row(FeatureSet features, MaskFeature feature) {
        return new Row(feature, FeatureMeasures.of(feature.geometry(), features.reference()));
    }

    private static AttributeColumn text(String name, Function<Row, Optional<String>> value) {
        return new AttributeColumn(name, Kind.TEXT, row -> value.apply(row).map(text -> text));
    }

    private static AttributeColumn number(String name, Function<Row, OptionalDouble> value) {
        return new AttributeColumn(name, Kind.NUMBER, row -> {
            OptionalDouble number = value.apply(row);
            return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
        });
    }
}
