package org.crobim.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.mask.Mask;
import org.crobim.geo.frame.CoordinateSystems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorizeCommandTest {
    @TempDir
    private Path folder;

    private Path mask;

    @BeforeEach
    void writeMask() {
        // A square of 6 x 6 pixels with a hole, and a single pixel.
        byte[] pixels = new byte[20 * 10];
        for (int y = 2; y < 8; y++) {
            for (int x = 3; x < 9; x++) {
                pixels[y * 20 + x] = 1;
            }
        }
        pixels[4 * 20 + 5] = 0;
        pixels[5 * 20 + 15] = 1;
        mask = folder.resolve("ships.png");
        ImageFiles.writePng(mask, Mask.of(20, 10, pixels));
    }

    @Test
    void aMaskWithoutReferenceBecomesPixelGeoJsonBesideIt() throws IOException {
        Typed typed = vectorize("--expression", "the ships");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        Path file = folder.resolve("ships.pixel.geojson");
        assertThat(typed.out()).contains("2 features, 36 pixels", file.toString());
        JsonNode collection = new ObjectMapper().readTree(file.toFile());
        assertThat(collection.path("coordinateFrame").asText()).isEqualTo("pixel");
        JsonNode square = collection.path("features").get(0);
        assertThat(square.path("geometry").path("coordinates").size()).isEqualTo(2);
        assertThat(square.path("properties").path("expression").asText()).isEqualTo("the ships");
        assertThat(square.path("properties").path("score").isNull()).isTrue();
    }

    @Test
    void aWorldFileBesideTheMaskPutsItOnTheGround() throws IOException {
        // Half a metre a pixel; the file names the centre of the upper left one.
        Files.writeString(folder.resolve("ships.pgw"), "0.5\n0\n0\n-0.5\n500000.25\n5539999.75\n");
        Files.writeString(
                folder.resolve("ships.prj"), CoordinateSystems.epsg(32632).wkt());
        Typed typed = vectorize("--json", "--quiet");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().path("epsg").asInt()).isEqualTo(32632);
        // 36 pixels on the central meridian, where the grid is 0.9996 of the ground.
        assertThat(typed.json().path("areaSquareMetres").asDouble()).isCloseTo(9 / (0.9996 * 0.9996), within(1e-4));
        JsonNode corner = new ObjectMapper()
                .readTree(folder.resolve("ships.geojson").toFile())
                .path("features")
                .get(0)
                .path("geometry")
                .path("coordinates")
                .get(0)
                .get(0);
        double[] ground = CoordinateSystems.epsg(32632)
                .fromWgs84(corner.get(0).asDouble(), corner.get(1).asDouble());
        double column = (ground[0] - 500_000) / 0.5;
        double row = (5_540_000 - ground[1]) / 0.5;
        assertThat(List.of(3L, 9L)).contains(Math.round(column));
        assertThat(List.of(2L, 8L)).contains(Math.round(row));
        assertThat(column).isCloseTo(Math.rint(column), within(0.01));
        assertThat(row).isCloseTo(Math.rint(row), within(0.01));
    }

    @Test
    void everyFormatGoesIntoOneFolder() throws IOException {
        Path out = folder.resolve("polygons");
        Typed typed = vectorize("--out", out, "--formats", "geojson,gpkg,fgb,coco", "--json");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().path("features").asInt()).isEqualTo(2);
        assertThat(typed.json().path("areaPixels").asDouble()).isEqualTo(36);
        assertThat(typed.json().path("files").size()).isEqualTo(4);
        assertThat(namesIn(out)).containsExactly("ships.coco.json", "ships.fgb", "ships.gpkg", "ships.pixel.geojson");
    }

    @Test
    void theSuffixOfAFileNamesItsFormat() {
        Typed typed = vectorize("--out", folder.resolve("x.fgb"));
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(folder.resolve("x.fgb")).isNotEmptyFile();

        Typed contradiction = vectorize("--out", folder.resolve("y.fgb"), "--formats", "gpkg");
        assertThat(contradiction.exitCode()).isEqualTo(2);
        assertThat(contradiction.err()).contains("y.fgb", "fgb", "gpkg");
    }

    @Test
    void smallThingsAreLeftOut() {
        Typed typed = vectorize("--min-area", "4", "--json");
        assertThat(typed.json().path("features").asInt()).isEqualTo(1);
        assertThat(typed.json().path("areaPixels").asDouble()).isEqualTo(36);
    }

    @Test
    void anEmptyMaskGivesValidFilesWithoutFeatures() throws IOException {
        Path empty = folder.resolve("nothing.png");
        ImageFiles.writePng(empty, Mask.empty(8, 8));
        Typed typed = Typed.crobim("vectorize", "--mask", empty, "--formats", "geojson,gpkg,fgb,coco");

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("0 features");
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("nothing.pixel.geojson").toFile())
                        .path("features"))
                .isEmpty();
    }

    @Test
    void existingFilesAreReplacedOnDemandOnlyAndFoundBeforeAnyIsWritten() throws IOException {
        Path out = folder.resolve("polygons");
        Files.createDirectories(out);
        Files.writeString(out.resolve("ships.fgb"), "mine");

        Typed refused = vectorize("--out", out, "--formats", "geojson,fgb");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("ships.fgb", "--overwrite");
        assertThat(namesIn(out)).containsExactly("ships.fgb");
        assertThat(out.resolve("ships.fgb")).hasContent("mine");

        assertThat(vectorize("--out", out, "--formats", "geojson,fgb", "--overwrite")
                        .exitCode())
                .isZero();
        assertThat(namesIn(out)).containsExactly("ships.fgb", "ships.pixel.geojson");
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThat(vectorize("--formats", "shapefile").err()).contains("shapefile", "geojson, gpkg, fgb, coco");
        assertThat(vectorize("--formats", "shapefile").exitCode()).isEqualTo(2);
        assertThat(vectorize("--min-area", "-1").exitCode()).isEqualTo(2);
        assertThat(vectorize("--simplify", "-1").exitCode()).isEqualTo(2);
        assertThat(vectorize("--connectivity", "6").exitCode()).isEqualTo(2);
        assertThat(vectorize("--threshold", "255").exitCode()).isEqualTo(2);
        assertThat(vectorize("--expression", " ").exitCode()).isEqualTo(2);
        assertThat(Typed.crobim("vectorize").err()).contains("--mask");
    }

    @Test
    void aMissingMaskIsBadInput() {
        Typed typed = Typed.crobim("vectorize", "--mask", folder.resolve("none.png"));
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.err()).contains("none.png");
    }

    private Typed vectorize(Object... further) {
        List<Object> words = new ArrayList<>(List.of("vectorize", "--mask", mask));
        words.addAll(List.of(further));
        return Typed.crobim(words.toArray());
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
