package org.crobim.geo.tiff.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.crobim.geo.frame.CoordinateSystems;
import org.crobim.geo.frame.CrsDefinition;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.frame.GeodeticDatum;
import org.crobim.geo.frame.GridTransform;
import org.crobim.geo.frame.ProjectionMethod;
import org.crobim.geo.frame.ProjectionParameter;
import org.crobim.geo.frame.SceneCrs;
import org.crobim.geo.tiff.TiffTag;
import org.crobim.geo.tiff.ground.GeoKey;

/** Puts a place on the ground into the fields of a GeoTIFF: the EPSG code where there is one, else the definition. */
final class GroundFields {
    private final TreeMap<Integer, Integer> shorts = new TreeMap<>();
    private final TreeMap<Integer, List<Double>> doubles = new TreeMap<>();
    private final TreeMap<Integer, String> texts = new TreeMap<>();

    private GroundFields() {}

    static void put(GeoReference reference, DirectoryBuilder directory) {
        putTransform(reference.transform(), directory);
        GroundFields keys = new GroundFields();
        keys.shorts.put(GeoKey.RASTER_TYPE, GeoKey.PIXEL_IS_AREA);
        keys.addCrs(reference.crs());
        keys.put(directory);
    }

    private static void putTransform(GridTransform grid, DirectoryBuilder directory) {
        if (grid.rowX() == 0 && grid.columnY() == 0 && grid.columnX() > 0 && grid.rowY() < 0) {
            directory.putDoubles(TiffTag.MODEL_PIXEL_SCALE, grid.columnX(), -grid.rowY(), 0);
            directory.putDoubles(TiffTag.MODEL_TIEPOINT, 0, 0, 0, grid.originX(), grid.originY(), 0);
            return;
        }
        directory.putDoubles(
                TiffTag.MODEL_TRANSFORMATION,
                grid.columnX(),
                grid.rowX(),
                0,
                grid.originX(),
                grid.columnY(),
                grid.rowY(),
                0,
                grid.originY(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                1);
    }

    private void addCrs(SceneCrs crs) {
        shorts.put(GeoKey.MODEL_TYPE, crs.isGeographic() ? GeoKey.GEOGRAPHIC : GeoKey.PROJECTED);
        texts.put(GeoKey.CITATION, crs.name());
        if (crs.epsg().isPresent()) {
            shorts.put(
                    crs.isGeographic() ? GeoKey.GEOGRAPHIC_TYPE : GeoKey.PROJECTED_TYPE,
                    crs.epsg().getAsInt());
            return;
        }
        CrsDefinition definition = CoordinateSystems.definition(crs);
        addDatum(definition.datum());
        definition.method().ifPresent(method -> addProjection(method, definition));
    }

    private void addDatum(GeodeticDatum datum) {
        shorts.put(GeoKey.GEOGRAPHIC_TYPE, GeoKey.USER_DEFINED);
        texts.put(GeoKey.GEOGRAPHIC_CITATION, datum.name());
        shorts.put(GeoKey.DATUM, GeoKey.USER_DEFINED);
        shorts.put(GeoKey.ANGULAR_UNIT, GeoKey.DEGREE);
        shorts.put(GeoKey.ELLIPSOID, GeoKey.USER_DEFINED);
        doubles.put(GeoKey.SEMI_MAJOR, List.of(datum.semiMajorMetres()));
        doubles.put(GeoKey.INVERSE_FLATTENING, List.of(datum.inverseFlattening()));
        doubles.put(GeoKey.PRIME_MERIDIAN_DEGREES, List.of(datum.primeMeridianDegrees()));
        if (!datum.toWgs84().isEmpty()) {
            doubles.put(GeoKey.TO_WGS84, datum.toWgs84());
        }
    }

    private void addProjection(ProjectionMethod method, CrsDefinition definition) {
        shorts.put(GeoKey.PROJECTED_TYPE, GeoKey.USER_DEFINED);
        texts.put(GeoKey.PROJECTED_CITATION, definition.name());
        shorts.put(GeoKey.PROJECTION, GeoKey.USER_DEFINED);
        shorts.put(GeoKey.PROJECTION_METHOD, method.geoTiffCode());
        shorts.put(GeoKey.LINEAR_UNIT, definition.metresPerUnit() == 1 ? GeoKey.METRE : GeoKey.USER_DEFINED);
        if (definition.metresPerUnit() != 1) {
            doubles.put(GeoKey.LINEAR_UNIT_METRES, List.of(definition.metresPerUnit()));
        }
        // Of the keys that may hold a parameter, two projections have their own.
        int variant = method == ProjectionMethod.LAMBERT_CONFORMAL_TWO_PARALLELS ? 1 : 0;
        definition.parameters().forEach((parameter, value) -> {
            List<Integer> keys = parameter.geoKeys();
            doubles.put(keys.get(Math.min(variant, keys.size() - 1)), List.of(value));
        });
        if (method == ProjectionMethod.POLAR_STEREOGRAPHIC) {
            double trueScale = definition.parameter(ProjectionParameter.FIRST_PARALLEL);
            int parallel = ProjectionParameter.LATITUDE_OF_ORIGIN.geoKeys().get(0);
            doubles.remove(ProjectionParameter.FIRST_PARALLEL.geoKeys().get(0));
            Optional.of(trueScale)
                    .filter(value -> value != 0)
                    .ifPresent(value -> doubles.put(parallel, List.of(value)));
        }
    }

    private void put(DirectoryBuilder directory) {
        TreeMap<Integer, int[]> entries = new TreeMap<>();
        shorts.forEach((key, value) -> entries.put(key, new int[] {0, 1, value}));
        List<Double> numbers = new ArrayList<>();
        doubles.forEach((key, values) -> {
            entries.put(key, new int[] {TiffTag.GEO_DOUBLE_PARAMS, values.size(), numbers.size()});
            numbers.addAll(values);
        });
        StringBuilder text = new StringBuilder();
        texts.forEach((key, value) -> {
            String ascii = value.replaceAll("[^ -{}~]", "?") + "|";
            entries.put(key, new int[] {TiffTag.GEO_ASCII_PARAMS, ascii.length(), text.length()});
            text.append(ascii);
        });
        List<Integer> list = new ArrayList<>(List.of(1, 1, 0, entries.size()));
        entries.forEach((key, entry) -> list.addAll(List.of(key, entry[0], entry[1], entry[2])));
        directory.putShorts(
                TiffTag.GEO_KEY_DIRECTORY,
                list.stream().mapToInt(Integer::intValue).toArray());
        if (!numbers.isEmpty()) {
            directory.putDoubles(
                    TiffTag.GEO_DOUBLE_PARAMS,
                    numbers.stream().mapToDouble(Double::doubleValue).toArray());
        }
        directory.putText(TiffTag.GEO_ASCII_PARAMS, text.toString());
    }
}
