package org.crobim.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.Episode;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.junit.jupiter.api.Test;

class DatasetEpisodesTest {
    /** Two images: "one" with a left half, a lone pixel and an empty truth, "two" with a left half. */
    private static final ReferringDataset HALVES = new ReferringDataset() {
        @Override
        public String name() {
            return "halves";
        }

        @Override
        public List<ReferringSample> samples() {
            return List.of(
                    ReferringSample.ofText("a", "one", "left half"),
                    ReferringSample.ofText("b", "one", "nothing"),
                    ReferringSample.ofText("c", "one", "lone pixel"),
                    ReferringSample.ofText("d", "two", "left half"));
        }

        @Override
        public RgbImage readImage(ReferringSample sample) {
            return new RgbImage(64, 32, new byte[3 * 64 * 32]);
        }

        @Override
        public Mask readMask(ReferringSample sample) {
            byte[] pixels = new byte[64 * 32];
            for (int i = 0; i < pixels.length; i++) {
                boolean left = i % 64 < 32;
                pixels[i] = (byte) (sample.text().startsWith("left") && left ? 1 : 0);
            }
            pixels[0] = (byte) (sample.text().equals("lone pixel") ? 1 : pixels[0]);
            return Mask.of(64, 32, pixels);
        }
    };

    private final DatasetEpisodes episodes =
            new DatasetEpisodes(HALVES, new DatasetEpisodes.Plan(16, 3, Augmentation.Photometry.none()));

    @Test
    void anEpisodeShowsOneImageStretchedWithItsOwnSentences() {
        assertThat(episodes.size()).isEqualTo(2);
        Episode one = episodes.episode(0, new SplittableRandom(1));
        assertThat(one.image().width()).isEqualTo(16);
        assertThat(one.questions())
                .extracting(Episode.Question::text)
                .containsExactlyInAnyOrder("left half", "nothing", "lone pixel");
        Episode.Question half =
                episodes.episode(1, new SplittableRandom(1)).questions().get(0);
        assertThat(half.target().area()).isEqualTo(16 * 8);
        assertThat(half.target().get(0, 15)).isTrue();
        assertThat(one.categories()).containsOnly(-1);
    }

    @Test
    void aTargetTooSmallForTheSideIsStillPresentAndAnEmptyTruthIsNot() {
        for (Episode.Question question :
                episodes.episode(0, new SplittableRandom(1)).questions()) {
            assertThat(question.present()).isEqualTo(!question.text().equals("nothing"));
            assertThat(question.target().area() > 0).isEqualTo(question.text().equals("left half"));
        }
    }
}
