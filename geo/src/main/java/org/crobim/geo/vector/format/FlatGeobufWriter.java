package org.crobim.geo.vector.format;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crobim.core.file.AtomicFile;
import org.crobim.geo.frame.SceneCrs;
import org.crobim.geo.vector.FeatureSet;
import org.crobim.geo.vector.GroundFrame;
import org.crobim.geo.vector.MaskFeature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.NodeItem;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/**
 * FlatGeobuf (specification 3) in the scene's own system, with a spatial index, features in the order of a Hilbert curve.
 *
 * <p>The library's own header knows EPSG codes alone; we write name and well-known text as well, for systems without code.
 */
final class FlatGeobufWriter implements FeatureWriter {
    private static final short INDEX_NODE_SIZE = 16;

    @Override
    public void write(Path target, FeatureSet features, boolean overwrite) {
        AtomicFile.write(target, overwrite, stream -> write(stream, features));
    }

    private static void write(OutputStream stream, FeatureSet features) throws IOException {
        List<AttributeColumn> columns = AttributeColumn.of(features);
        List<StoredFeature> stored = stored(features, columns);
        stream.write(Constants.MAGIC_BYTES);
        if (stored.isEmpty()) {
            stream.write(header(features, columns, Optional.empty()));
            return;
        }
        NodeItem extent = PackedRTree.calcExtent(stored);
        PackedRTree.hilbertSort(stored, extent);
        long offset = 0;
        for (StoredFeature feature : stored) {
            feature.nodeItem.offset = offset;
            offset += feature.bytes.length;
        }
        stream.write(header(features, columns, Optional.of(extent.toEnvelope())));
        new PackedRTree(stored, INDEX_NODE_SIZE).write(stream);
        for (StoredFeature feature : stored) {
            stream.write(feature.bytes);
        }
    }

    /** A feature as it stands in the file; the index refers to it. */
    private static final class StoredFeature extends PackedRTree.Item {
        private final byte[] bytes;

        StoredFeature(Envelope extent, byte[] bytes) {
            this.nodeItem = new NodeItem(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
            this.bytes = bytes;
        }
    }

    private static List<StoredFeature> stored(FeatureSet features, List<AttributeColumn> columns) throws IOException {
        Optional<GroundFrame> ground = features.reference().map(GroundFrame::new);
        List<StoredFeature> stored = new ArrayList<>();
        for (MaskFeature feature : features.features()) {
            Geometry placed = ground.isPresent() ? ground.get().toCrs(feature.geometry()) : feature.geometry();
            byte[] properties = properties(columns, AttributeColumn.row(features, feature));
            stored.add(
                    new StoredFeature(placed.getEnvelopeInternal(), serialised(MultiPolygons.of(placed), properties)));
        }
        return stored;
    }

    private static byte[] serialised(Geometry geometry, byte[] properties) throws IOException {
        FlatBufferBuilder builder = new FlatBufferBuilder(1 << 10);
        int propertiesOffset = Feature.createPropertiesVector(builder, properties);
        int geometryOffset = GeometryConversions.serialize(builder, geometry, (byte) GeometryType.MultiPolygon);
        builder.finishSizePrefixed(Feature.createFeature(builder, geometryOffset, propertiesOffset, 0));
        return builder.sizedByteArray();
    }

    /** Number and value of each column that has one; little-endian, strings with their length before them. */
    private static byte[] properties(List<AttributeColumn> columns, AttributeColumn.Row row) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < columns.size(); i++) {
            Optional<Object> value = columns.get(i).value().apply(row);
            if (value.isEmpty()) {
                continue;
            }
            bytes.write(little(Short.BYTES).putShort((short) i).array());
            if (value.get() instanceof Double number) {
                bytes.write(little(Double.BYTES).putDouble(number).array());
            } else {
                byte[] text = String.valueOf(value.get()).getBytes(StandardCharsets.UTF_8);
                bytes.write(little(Integer.BYTES).putInt(text.length).array());
                bytes.write(text);
            }
        }
        return bytes.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] header(FeatureSet features, List<AttributeColumn> columns, Optional<Envelope> extent) {
        FlatBufferBuilder builder = new FlatBufferBuilder(1 << 10);
        int name = builder.createString("features");
        int columnsOffset = Header.createColumnsVector(
                builder,
                columns.stream().mapToInt(column -> column(builder, column)).toArray());
        int crs = features.reference().isPresent()
                ? crs(builder, features.reference().get().crs())
                : 0;
        int envelope = extent.isPresent() ? envelope(builder, extent.get()) : 0;
        Header.startHeader(builder);
        Header.addName(builder, name);
        Header.addGeometryType(builder, GeometryType.MultiPolygon);
        Header.addColumns(builder, columnsOffset);
        Header.addFeaturesCount(builder, features.features().size());
        Header.addIndexNodeSize(builder, extent.isPresent() ? INDEX_NODE_SIZE : 0);
        if (extent.isPresent()) {
            Header.addEnvelope(builder, envelope);
        }
        if (features.reference().isPresent()) {
            Header.addCrs(builder, crs);
        }
        builder.finishSizePrefixed(Header.endHeader(builder));
        return builder.sizedByteArray();
    }

    private static int envelope(FlatBufferBuilder builder, Envelope extent) {
        return Header.createEnvelopeVector(
                builder, new double[] {extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()});
    }

    private static int column(FlatBufferBuilder builder, AttributeColumn column) {
        int name = builder.createString(column.name());
        Column.startColumn(builder);
        Column.addName(builder, name);
        Column.addType(builder, column.kind() == AttributeColumn.Kind.TEXT ? ColumnType.String : ColumnType.Double);
        Column.addNullable(builder, true);
        return Column.endColumn(builder);
    }

    private static int crs(FlatBufferBuilder builder, SceneCrs crs) {
        int name = builder.createString(crs.name());
        int wkt = builder.createString(crs.wkt());
        int organisation = builder.createString("EPSG");
        Crs.startCrs(builder);
        if (crs.epsg().isPresent()) {
            Crs.addOrg(builder, organisation);
            Crs.addCode(builder, crs.epsg().getAsInt());
        }
        Crs.addName(builder, name);
        Crs.addWkt(builder, wkt);
        return Crs.endCrs(builder);
    }
}
