package org.crobim.data.dior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.assertj.core.api.Assumptions;
import org.crobim.core.error.InputException;
import org.crobim.core.geometry.Box;
import org.crobim.data.annotated.AnnotatedObject;
import org.crobim.data.annotated.AnnotatedScene;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.annotated.ObjectShape;
import org.crobim.data.annotated.RefusalLog;
import org.crobim.language.ObjectCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiorSourceTest {
    private static final String UPRIGHT =
            "<bndbox><xmin>10</xmin><ymin>20</ymin><xmax>30</xmax><ymax>50</ymax></bndbox>";
    private static final String ORIENTED = "<robndbox><x_left_top>1</x_left_top><y_left_top>2.5</y_left_top>"
            + "<x_right_top>9</x_right_top><y_right_top>2</y_right_top><x_right_bottom>9</x_right_bottom>"
            + "<y_right_bottom>7</y_right_bottom><x_left_bottom>1</x_left_bottom><y_left_bottom>7</y_left_bottom></robndbox>";

    /** Objects of each class, usable or not, in DIOR and in DIOR-R alike. */
    private static final Map<String, Integer> PUBLISHED_COUNTS = Map.ofEntries(
            Map.entry("ship", 62_537),
            Map.entry("vehicle", 40_365),
            Map.entry("storagetank", 26_403),
            Map.entry("tenniscourt", 12_241),
            Map.entry("airplane", 10_100),
            Map.entry("baseballfield", 5_818),
            Map.entry("harbor", 5_469),
            Map.entry("windmill", 5_363),
            Map.entry("bridge", 3_956),
            Map.entry("basketballcourt", 3_223),
            Map.entry("overpass", 3_112),
            Map.entry("groundtrackfield", 3_047),
            Map.entry("Expressway-Service-area", 2_165),
            Map.entry("chimney", 1_680),
            Map.entry("airport", 1_328),
            Map.entry("Expressway-toll-station", 1_298),
            Map.entry("stadium", 1_267),
            Map.entry("golffield", 1_086),
            Map.entry("dam", 1_050),
            Map.entry("trainstation", 1_010));

    @TempDir
    Path folder;

    private final RefusalLog refusals = new RefusalLog(ErrorPolicy.SKIP);

    @Test
    void bothKindsOfBoxesAreReadFromAFolder() throws IOException {
        write("00001", annotation(object("Expressway-Service-area", UPRIGHT), object("golffield", ORIENTED)));

        AnnotatedScene scene = DiorSource.open(folder, folder).scene("00001", refusals);

        assertThat(scene.image()).isEqualTo(folder.resolve("00001.jpg"));
        assertThat(scene.height()).isEqualTo(801);
        assertThat(scene.objects())
                .extracting(AnnotatedObject::category)
                .containsExactly(ObjectCategory.EXPRESSWAY_SERVICE_AREA, ObjectCategory.GOLF_FIELD);
        assertThat(scene.objects().get(0).shape()).isEqualTo(new ObjectShape.UprightBox(new Box(10, 20, 30, 50)));
        assertThat(((ObjectShape.OrientedBox) scene.objects().get(1).shape()).corners())
                .containsExactly(1, 2.5, 9, 2, 9, 7, 1, 7);
    }

    @Test
    void unusableObjectsAreRefusedWithTheirLine() throws IOException {
        write(
                "00001",
                annotation(
                        object("dragon", UPRIGHT),
                        object("ship", UPRIGHT.replace("30", "10")),
                        object("ship", UPRIGHT.replace("10", "2010").replace("30", "2030")),
                        object("ship", UPRIGHT.replace("30", "Infinity")),
                        object("ship", ORIENTED.replace("2.5", "NaN")),
                        object("ship", UPRIGHT)));

        assertThat(DiorSource.open(folder, folder).scene("00001", refusals).objects())
                .hasSize(1);
        assertThat(refusals.countsByReason())
                .isEqualTo(Map.of(
                        "the class is unknown", 1,
                        "the box has no area", 1,
                        "a corner is not finite", 2,
                        "lies outside of its image", 1));
        assertThat(refusals.refusals().get(0).line()).isPositive();
    }

    @Test
    void anArchiveIsReadWithoutUnpackingIt() throws IOException {
        Path archive = archive();

        DiorSource source = DiorSource.open(folder, archive);

        assertThat(source.sceneIds()).containsExactly("00001", "00002");
        assertThat(source.boxCount()).isEqualTo(3);
        assertThat(source.otherSizes()).isEqualTo(2);
        assertThat(source.scene("00002", refusals).objects()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 100, 200})
    void anArchiveThatIsCutOffIsNamed(int length) throws IOException {
        byte[] whole = Files.readAllBytes(archive());
        Path cut = Files.write(folder.resolve("cut.tar.xz"), Arrays.copyOf(whole, Math.min(length, whole.length - 8)));

        assertThatThrownBy(() -> DiorSource.open(folder, cut))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cut.tar.xz")
                .hasMessageContaining("Download it again");
    }

    @Test
    void brokenXmlIsNamedWithItsLineWhenItsSceneIsAskedForAndNoOtherSceneSuffers() throws IOException {
        write("00002", annotation(object("ship", UPRIGHT)));

        write("00001", annotation() + "\n<object>");
        assertThatThrownBy(this::first).isInstanceOf(InputException.class).hasMessageContaining("00001.xml line");
        write("00001", annotation(object("ship", UPRIGHT.replace("20", "twenty"))));
        assertThatThrownBy(this::first).hasMessageContaining("<ymin> is \"twenty\"");
        write("00001", "<html/>");
        assertThatThrownBy(this::first).hasMessageContaining("no element <annotation>");

        DiorSource source = DiorSource.open(folder, folder);
        assertThat(source.sceneIds()).containsExactly("00001", "00002");
        assertThat(source.scene("00002", refusals).objects()).hasSize(1);
    }

    private AnnotatedScene first() {
        return DiorSource.open(folder, folder).scene("00001", refusals);
    }

    @Test
    void noFileIsFetchedForAnEntity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "ship");
        write(
                "00001",
                "<!DOCTYPE annotation [<!ENTITY e SYSTEM \"%s\">]>%s"
                        .formatted(secret.toUri(), annotation(object("&e;", UPRIGHT))));

        assertThatThrownBy(this::first).isInstanceOf(InputException.class);
    }

    @Test
    void whatIsMissingIsNamedWithWhatToDownload() {
        assertThatThrownBy(() -> DiorSource.open(folder, folder.resolve("none.tar.xz")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Download DIOR's annotations");
        assertThatThrownBy(() -> DiorSource.open(folder, folder)).hasMessageContaining("no annotation NNNNN.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"horizontal", "oriented"})
    void thePublishedAnnotationsHold192518Objects(String kind) {
        Path archive = Path.of(
                System.getProperty("crobim.shared", "../../shared"),
                "data",
                "dior-xml",
                "dior_annotations_%s.tar.xz".formatted(kind));
        Assumptions.assumeThat(archive)
                .as("needs dior-xml under -Dcrobim.shared")
                .isRegularFile();
        DiorSource source = DiorSource.open(folder, archive);
        Map<String, Integer> counts = new HashMap<>();

        source.scenes(refusals)
                .flatMap(scene -> scene.objects().stream())
                .forEach(object -> counts.merge(object.sourceClass(), 1, Integer::sum));
        refusals.refusals().forEach(refusal -> counts.merge(refusal.what().replace("\"", ""), 1, Integer::sum));

        boolean oriented = kind.equals("oriented");
        assertThat(source.sceneIds()).hasSize(23_463);
        assertThat(source.boxCount()).isEqualTo(192_518);
        assertThat(source.otherSizes()).isEqualTo(oriented ? 33 : 0);
        assertThat(refusals.countsByReason()).isEqualTo(Map.of("the box has no area", oriented ? 4 : 6));
        assertThat(counts).isEqualTo(PUBLISHED_COUNTS);
    }

    private static String annotation(String... objects) {
        return "<annotation>\n<filename>00001.jpg</filename>\n<size><width>800</width><height>801</height></size>\n%s</annotation>"
                .formatted(String.join("\n", objects));
    }

    private static String object(String name, String box) {
        return "<object>\n<name>%s</name>%s</object>".formatted(name, box);
    }

    private void write(String id, String xml) throws IOException {
        Files.writeString(folder.resolve(id + ".xml"), xml);
    }

    private Path archive() throws IOException {
        Path file = folder.resolve("dior.tar.xz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new XZCompressorOutputStream(Files.newOutputStream(file)))) {
            put(tar, "datasets/DIOR/annotations/00001.xml", annotation(object("ship", UPRIGHT)));
            put(
                    tar,
                    "datasets/DIOR/annotations/00002.xml",
                    annotation(object("dam", UPRIGHT), object("dam", ORIENTED)));
            put(tar, "datasets/DIOR/readme.txt", "no annotation");
        }
        return file;
    }

    private static void put(TarArchiveOutputStream tar, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
