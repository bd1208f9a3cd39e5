package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.crobim.core.mask.Mask;
import org.crobim.geo.frame.CoordinateSystems;
import org.crobim.geo.frame.GeoReference;
import org.crobim.geo.frame.GridTransform;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.raster.RasterInfo;
import org.crobim.geo.raster.RasterSource;
import org.crobim.geo.source.RasterOptions;
import org.crobim.geo.source.RasterSources;
import org.crobim.geo.tiff.write.GeoTiffWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes that lie on the ground: what comes out lies where it went in. */
class SegmentGeoTiffTest {
    private static final GeoReference GROUND =
            new GeoReference(new GridTransform(500_000, 0.5, 0, 4_000_000, 0, -0.5), CoordinateSystems.epsg(32650));

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path weights = Path.of("");
    private static Path scene = Path.of("");

    @BeforeAll
    static void writeInputs() {
        weights = NanoWeights.write(shared.resolve("nano.safetensors"), 0);
        scene = shared.resolve("scene.tif");
        byte[] pixels = new byte[300 * 200];
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.nextInt(2);
        }
        GeoTiffWriter.writeMask(scene, MaskRaster.of(Mask.of(300, 200, pixels)), Optional.of(GROUND));
    }

    @Test
    void masksAndProbabilitiesLieWhereTheSceneLies() throws IOException {
        Path out = folder.resolve("found");
        Typed typed = Typed.crobim(
                "segment",
                "--image",
                scene,
                "--expression",
                "airplane",
                "--weights",
                weights,
                "--out",
                out,
                "--probability",
                "--simplify",
                "2",
                "--json");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        JsonNode result = typed.json().path("results").get(0);
        assertThat(result.path("reading").asText()).isEqualTo("split");
        for (String name : new String[] {"0.mask.tif", "0.probability.tif"}) {
            RasterInfo info = info(out.resolve(name));
            assertThat(info.width()).isEqualTo(300);
            assertThat(info.reference().orElseThrow().transform()).isEqualTo(GROUND.transform());
            assertThat(info.reference().orElseThrow().crs().epsg()).hasValue(32650);
        }
        JsonNode features = new ObjectMapper().readTree(Files.readString(out.resolve("0.geojson")));
        assertThat(features.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(result.path("files").toString()).contains("0.mask.tif", "0.geojson", "0.probability.tif");
    }

    @Test
    void anAreaInCoordinatesOfTheSceneIsCutOutWhereItLies() {
        Path out = folder.resolve("found");
        Typed typed = Typed.crobim(
                "segment",
                "--image",
                scene,
                "--expression",
                "airplane",
                "--weights",
                weights,
                "--out",
                out,
                "--bbox",
                "500010,3999950,500060,3999990");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        RasterInfo info = info(out.resolve("0.mask.tif"));
        assertThat(info.width()).isEqualTo(100);
        assertThat(info.height()).isEqualTo(80);
        assertThat(info.reference().orElseThrow().transform().originX()).isEqualTo(500_010);
        assertThat(info.reference().orElseThrow().transform().originY()).isEqualTo(3_999_990);
    }

    private static RasterInfo info(Path file) {
        try (RasterSource source = RasterSources.open(file, RasterOptions.DEFAULT)) {
            return source.info();
        }
    }
}
