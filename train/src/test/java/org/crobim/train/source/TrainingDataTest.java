package org.crobim.train.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.crobim.data.Episode;
import org.crobim.data.augment.Augmentation;
import org.crobim.model.text.Vocabulary;
import org.crobim.train.config.DataChoice;
import org.crobim.train.config.ModelChoice;
import org.crobim.train.config.Preset;
import org.crobim.train.config.RecipeReader;
import org.crobim.train.config.TrainingRecipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {
    private static final int SIDE = 64;

    @TempDir
    private Path folder;

    private TrainingRecipe recipe(String data) {
        return RecipeReader.parse("""
                name: data
                model: {preset: nano, inputSide: 64}
                data: {root: %s, %s}
                optimization: {steps: 10}
                """.formatted(folder, data), "data", List.of());
    }

    /** Three images of one ship each, one for each part of the split. */
    private TrainingRecipe coco(String more) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        StringBuilder images = new StringBuilder();
        StringBuilder objects = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            byte[] pixels = new byte[3 * 100 * 80];
            Arrays.fill(pixels, (byte) (60 * (i + 1)));
            ImageFiles.writePng(folder.resolve("images/%d.png".formatted(i)), new RgbImage(100, 80, pixels));
            String comma = i == 0 ? "" : ",";
            images.append(
                    "%s{\"id\": %d, \"file_name\": \"%d.png\", \"width\": 100, \"height\": 80}".formatted(comma, i, i));
            objects.append("""
                    %s{"id": %d, "image_id": %d, "category_id": 1, "iscrowd": 0, "area": 1200, "bbox": [10, 20, 40, 30],
                     "segmentation": [[10, 20, 50, 20, 50, 50, 10, 50]]}""".formatted(comma, i, i));
        }
        Files.writeString(folder.resolve("instances.json"), """
                {"images": [%s], "annotations": [%s], "categories": [{"id": 1, "name": "ship"}]}""".formatted(images, objects));
        Files.writeString(folder.resolve("split.json"), """
                {"seed": 1, "train": ["0.png"], "val": ["1.png"], "test": ["2.png"]}""");
        return recipe("images: images, annotations: instances.json, split: split.json, " + more);
    }

    @Test
    void renderedScenesNeedNoFiles() {
        TrainingData data = TrainingData.of(recipe("format: rendered"));

        Episode episode = data.episodes().episode(0, new SplittableRandom(1));
        assertThat(episode.image().width()).isEqualTo(SIDE);
        assertThat(data.validation().samples()).isNotEmpty();
    }

    @Test
    void validationKeepsToTheImagesOfItsPart() throws IOException {
        TrainingData data = TrainingData.of(coco("format: coco"));

        assertThat(data.episodes().size()).isEqualTo(1);
        assertThat(data.validation().samples())
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.imageId()).isEqualTo("1.png"));
    }

    @Test
    void aMixtureShowsPhotographsAndScenes() throws IOException {
        TrainingData data =
                TrainingData.of(coco("format: mixture, renderedShare: 0.5, augmentation: {colours: false}"));

        long plain = 0;
        for (int i = 0; i < 40; i++) {
            byte[] pixels =
                    data.episodes().episode(0, new SplittableRandom(i)).image().rgb();
            plain += pixels[0] == 60 ? 1 : 0;
        }
        assertThat(plain).isBetween(8L, 32L);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        TrainingRecipe recipe = coco("format: coco");
        Files.delete(folder.resolve("images/0.png"));

        assertThatThrownBy(() -> TrainingData.of(recipe))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("0.png");
    }

    @Test
    void publishedDataSetsAreOpenedByTheirNames() throws IOException {
        int[] whiteRows = new int[80 * 40];
        Arrays.fill(whiteRows, 255);
        for (String kind : List.of("images", "masks")) {
            Files.createDirectories(folder.resolve(kind));
            for (String id : List.of("3", "4")) {
                BufferedImage half = new BufferedImage(80, 80, BufferedImage.TYPE_BYTE_GRAY);
                half.getRaster().setSamples(0, 0, 80, 40, 0, whiteRows);
                assertThat(ImageIO.write(
                                half,
                                "tiff",
                                folder.resolve(kind).resolve(id + ".tif").toFile()))
                        .isTrue();
            }
        }
        Files.writeString(folder.resolve("output_phrase_train.txt"), "3 the bikeway\n3 the sidewalk\n");
        Files.writeString(folder.resolve("output_phrase_val.txt"), "4 the road marking\n");

        TrainingData data = TrainingData.of(recipe("format: refsegrs"));

        assertThat(data.episodes().size()).isEqualTo(1);
        assertThat(data.sentences()).containsExactly("the bikeway", "the sidewalk");
        assertThat(data.validation().name()).isEqualTo("refsegrs val");
        assertThatThrownBy(() -> TrainingData.of(recipe("format: rrsisd")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Download RRSIS-D");
        assertThatThrownBy(() -> RecipeReader.parse(
                        "{name: data, model: {preset: nano}, data: {format: rrsisd}, optimization: {steps: 1}}",
                        "data",
                        List.of()))
                .hasMessageContaining("is missing, format rrsisd needs it");
    }

    @Test
    void theDefaultAugmentationIsThatOfTheDataModule() {
        assertThat(DataChoice.defaults().augmentation().augmentation()).isEqualTo(Augmentation.defaults());
    }

    @Test
    void aFreshVocabularyHoldsGrammarDataAndWordFile() throws IOException {
        Path words = Files.writeString(folder.resolve("words.txt"), "a zeppelin\nover wetlands\n");
        ModelChoice model =
                RecipeReader.parse("""
                        name: words
                        model: {preset: nano, words: %s}
                        optimization: {steps: 1}
                        """.formatted(words), "words", List.of()).model();

        Vocabulary vocabulary = FreshVocabulary.of(model, List.of("the quarry"));

        assertThat(vocabulary.pieces()).contains("zeppelin", "wetlands", "quarry", "leftmost", "ship");
        assertThat(FreshVocabulary.of(ModelChoice.of(Preset.NANO), List.of()).pieces())
                .doesNotContain("zeppelin", "quarry");
    }

    @Test
    void aMissingWordFileIsNamed() {
        ModelChoice model = new ModelChoice(
                Preset.NANO,
                java.util.OptionalInt.empty(),
                java.util.Map.of(),
                java.util.Optional.empty(),
                List.of(),
                java.util.Optional.of(folder.resolve("none.txt")),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty());

        assertThatThrownBy(() -> FreshVocabulary.of(model, List.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.txt");
    }
}
