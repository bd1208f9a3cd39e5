package org.crobim.geo.vector.format;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mil.nga.geopackage.BoundingBox;
import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.GeoPackageManager;
import mil.nga.geopackage.db.GeoPackageDataType;
import mil.nga.geopackage.extension.rtree.RTreeIndexExtension;
import mil.nga.geopackage.features.columns.GeometryColumns;
import mil.nga.geopackage.features.user.FeatureColumn;
import mil.nga.geopackage.features.user.FeatureDao;
import mil.nga.geopackage.features.user.FeatureRow;
import mil.nga.geopackage.features.user.FeatureTable;
import mil.nga.geopackage.features.user.FeatureTableMetadata;
import mil.nga.geopackage.geom.GeoPackageGeometryData;
import mil.nga.geopackage.srs.SpatialReferenceSystem;
import mil.nga.geopackage.srs.SpatialReferenceSystemDao;
import mil.nga.sf.GeometryType;
import org.crobim.core.file.AtomicFile;
import org.crobim.geo.frame.SceneCrs;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.GroundFrame;
import org.crobim.geo.vector.MaskFeature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * A GeoPackage with one table of features, {@code features}, in the scene's own system and with a spatial index.
 *
 * <p>A plain image has the undefined Cartesian system of the standard (id -1) and pixels as coordinates.
 */
final class GeoPackageWriter implements FeatureWriter {
    private static final String TABLE = "features";
    private static final String GEOMETRY = "geom";
    /** Of the standard: coordinates that lie nowhere on the earth. */
    private static final long UNDEFINED_CARTESIAN = -1;
    /** For a system without EPSG code; the standard leaves such numbers to users. */
    private static final long OWN_SYSTEM = 100_000;
    /** Nothing here is newer than 1.3, and readers warn of versions that they do not know. */
    private static final int STANDARD_VERSION = 10_300;

    @Override
    public void write(Path target, FeatureSet features, boolean overwrite) {
        // The library writes into a file of its own making and keeps a journal beside it; both lie in a hidden folder
        // on the disk of the target, which must have room for the file anyway.
        AtomicFile.write(target, overwrite, stream -> {
            Path folder = Files.createTempDirectory(target.toAbsolutePath().getParent(), ".crobim-gpkg");
            Path file = folder.resolve("features.gpkg");
            try {
                fill(file.toFile(), features);
                Files.copy(file, stream);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        });
    }

    private static void fill(File file, FeatureSet features) throws IOException {
        GeoPackageManager.create(file);
        try (GeoPackage geoPackage = GeoPackageManager.open(file)) {
            geoPackage.getConnection().setUserVersion(STANDARD_VERSION);
            List<AttributeColumn> columns = AttributeColumn.of(features);
            List<Geometry> geometries = geometries(features);
            long system = system(geoPackage, features.reference().map(reference -> reference.crs()));
            FeatureTable table = createTable(geoPackage, columns, system, geometries);
            new RTreeIndexExtension(geoPackage).create(table);
            FeatureDao rows = geoPackage.getFeatureDao(TABLE);
            rows.beginTransaction();
            for (int i = 0; i < geometries.size(); i++) {
                MaskFeature feature = features.features().get(i);
                FeatureRow row = rows.newRow();
                row.setGeometry(GeoPackageGeometryData.createFromWkbAndBuildEnvelope(
                        system, new WKBWriter().write(geometries.get(i))));
                AttributeColumn.Row values = AttributeColumn.row(features, feature);
                for (AttributeColumn column : columns) {
                    Optional<Object> value = column.value().apply(values);
                    if (value.isPresent()) {
                        row.setValue(column.name(), value.get());
                    }
                }
                rows.create(row);
            }
            rows.endTransaction(true);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static List<Geometry> geometries(FeatureSet features) {
        Optional<GroundFrame> ground = features.reference().map(GroundFrame::new);
        List<Geometry> geometries = new ArrayList<>();
        for (MaskFeature feature : features.features()) {
            geometries.add(
                    MultiPolygons.of(ground.isPresent() ? ground.get().toCrs(feature.geometry()) : feature.geometry()));
        }
        return geometries;
    }

    private static long system(GeoPackage geoPackage, Optional<SceneCrs> crs) throws SQLException {
        if (crs.isEmpty()) {
            return UNDEFINED_CARTESIAN;
        }
        SpatialReferenceSystemDao systems = geoPackage.getSpatialReferenceSystemDao();
        boolean coded = crs.get().epsg().isPresent();
        long id = coded ? crs.get().epsg().getAsInt() : OWN_SYSTEM;
        if (systems.queryForId(id) == null) {
            SpatialReferenceSystem system = new SpatialReferenceSystem();
            system.setSrsName(crs.get().name());
            system.setSrsId(id);
            system.setOrganization(coded ? "EPSG" : "NONE");
            system.setOrganizationCoordsysId(id);
            system.setDefinition(crs.get().wkt());
            systems.create(system);
        }
        return id;
    }

    private static FeatureTable createTable(
            GeoPackage geoPackage, List<AttributeColumn> columns, long system, List<Geometry> geometries)
            throws SQLException {
        GeometryColumns geometry = new GeometryColumns();
        geometry.setTableName(TABLE);
        geometry.setColumnName(GEOMETRY);
        geometry.setGeometryType(GeometryType.MULTIPOLYGON);
        geometry.setZ((byte) 0);
        geometry.setM((byte) 0);
        geometry.setSrs(geoPackage.getSpatialReferenceSystemDao().queryForId(system));
        List<FeatureColumn> tableColumns = new ArrayList<>();
        for (AttributeColumn column : columns) {
            tableColumns.add(FeatureColumn.createColumn(
                    column.name(),
                    column.kind() == AttributeColumn.Kind.TEXT ? GeoPackageDataType.TEXT : GeoPackageDataType.DOUBLE));
        }
        Envelope extent = new Envelope();
        geometries.forEach(polygon -> extent.expandToInclude(polygon.getEnvelopeInternal()));
        BoundingBox box = extent.isNull()
                ? new BoundingBox(0, 0, 0, 0)
                : new BoundingBox(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
        return geoPackage.createFeatureTable(FeatureTableMetadata.create(geometry, tableColumns, box));
    }
}
