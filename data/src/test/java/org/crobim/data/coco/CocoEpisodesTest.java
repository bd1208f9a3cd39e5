package org.crobim.data.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crobim.core.error.InputException;
import org.crobim.data.Episode;
import org.crobim.data.augment.Augmentation;
import org.crobim.language.ObjectCategory;
import org.crobim.language.SentenceSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoEpisodesTest {
    private static final int SIDE = 32;

    @TempDir
    private Path folder;

    private CocoInstances instances;

    @BeforeEach
    void writeImages() throws IOException {
        instances = CocoInstances.read(SyntheticCoco.write(folder));
    }

    @Test
    void aTargetCoversTheObjectThatThePictureShows() {
        CocoEpisodes episodes = episodes(geometryOnly(), SyntheticCoco.LEFT_EDGES);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 40; i++) {
            Episode episode = episodes.episode(i % 2, random);
            ObjectCategory shown = i % 2 == 0 ? ObjectCategory.SHIP : ObjectCategory.HARBOR;
            for (Episode.Question question : episode.questions()) {
                assertThat(question.present()).isTrue();
                assertThat(question.target().area()).isPositive();
                for (int k = 0; k < SIDE * SIDE; k++) {
                    if (question.target().pixels()[k] != 0) {
                        assertThat(episode.image().rgb()[3 * k] & 0xff).isGreaterThan(60);
                        assertThat(episode.categories()[k]).isEqualTo((byte) (shown.ordinal() + 1));
                    }
                }
            }
        }
    }

    @Test
    void everyBrightPixelBelongsToAnAnnotatedObject() {
        CocoEpisodes episodes = episodes(geometryOnly(), SyntheticCoco.LEFT_EDGES);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 40; i++) {
            Episode episode = episodes.episode(i % 2, random);
            for (int k = 0; k < SIDE * SIDE; k++) {
                if ((episode.image().rgb()[3 * k] & 0xff) > 200) {
                    assertThat(episode.categories()[k]).isNotZero();
                }
            }
        }
    }

    @Test
    void theSameIndexAndGeneratorStateGiveTheSameEpisodeOnAnyThread() {
        CocoEpisodes episodes = episodes(Augmentation.defaults(), SyntheticCoco.LEFT_EDGES);
        List<Episode> alone = IntStream.range(0, 50)
                .mapToObj(i -> episodes.episode(i % 2, new SplittableRandom(i)))
                .toList();
        List<Episode> together = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> episodes.episode(i % 2, new SplittableRandom(i)))
                .toList();
        for (int i = 0; i < 50; i++) {
            assertThat(together.get(i).image().rgb())
                    .isEqualTo(alone.get(i).image().rgb());
            assertThat(together.get(i).questions()).isEqualTo(alone.get(i).questions());
            assertThat(together.get(i).categories()).isEqualTo(alone.get(i).categories());
        }
    }

    @Test
    void anImageThatAllowsNoSentenceIsAskedForAnAnnotatedClassThatItDoesNotShow() {
        CocoEpisodes silent = episodes(Augmentation.defaults(), (layout, count, random) -> List.of());
        Episode.Question question =
                silent.episode(0, new SplittableRandom(1)).questions().get(0);
        assertThat(question.present()).isFalse();
        assertThat(question.text()).isEqualTo("the harbor");
        assertThat(question.target().area()).isZero();
    }

    @Test
    void missingAndForeignImagesAreReportedBeforeTraining() throws IOException {
        Files.delete(folder.resolve("b.png"));
        assertThatThrownBy(() -> episodes(geometryOnly(), SyntheticCoco.LEFT_EDGES))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1 of 2 images")
                .hasMessageContaining("b.png");
        CocoImage wrong =
                new CocoImage("a.png", 65, 48, instances.images().get(0).objects());
        assertThatThrownBy(
                        () -> CocoEpisodes.load(List.of(wrong), folder, plan(geometryOnly()), SyntheticCoco.LEFT_EDGES))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("64 x 48")
                .hasMessageContaining("65 x 48");
    }

    private CocoEpisodes episodes(Augmentation augmentation, SentenceSource sentences) {
        return CocoEpisodes.load(instances.images(), folder, plan(augmentation), sentences);
    }

    private static CocoEpisodes.Plan plan(Augmentation augmentation) {
        return new CocoEpisodes.Plan(SIDE, 3, 704, augmentation);
    }

    private static Augmentation geometryOnly() {
        return new Augmentation(Augmentation.Geometry.defaults(), Augmentation.Photometry.none());
    }
}
