package org.crobim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.MixtureEpisodes.Part;
import org.crobim.data.augment.Augmentation;
import org.crobim.data.augment.RecolouredEpisodes;
import org.junit.jupiter.api.Test;

class MixtureEpisodesTest {
    /** Grey images whose sentence tells the source and the index. */
    private record Named(String name, int size) implements EpisodeSource {
        @Override
        public Episode episode(int index, RandomGenerator random) {
            byte[] rgb = new byte[48];
            Arrays.fill(rgb, (byte) 120);
            return new Episode(
                    new RgbImage(4, 4, rgb),
                    List.of(new Episode.Question(name + " " + index, false, Mask.empty(4, 4))),
                    new byte[16]);
        }
    }

    private final MixtureEpisodes mixture =
            new MixtureEpisodes(List.of(new Part(new Named("photo", 5), 3), new Part(new Named("scene", 1000), 1)));

    @Test
    void eachSourceIsDrawnByItsShareWhateverTheIndex() {
        SplittableRandom random = new SplittableRandom(1);
        int photos = 0;
        for (int i = 0; i < 4000; i++) {
            if (sentence(3, random).startsWith("photo")) {
                photos++;
            }
        }
        assertThat(photos).isBetween(2900, 3100);
    }

    @Test
    void theIndexPicksTheImageOfTheFirstSourceAndAnEpochIsItsSize() {
        assertThat(mixture.size()).isEqualTo(5);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 100; i++) {
            assertThat(sentence(i % 5, random)).matches("photo " + i % 5 + "|scene \\d+");
        }
        assertThat(sentence(0, new SplittableRandom(3))).isEqualTo(sentence(0, new SplittableRandom(3)));
    }

    @Test
    void recolouringChangesTheImageAlone() {
        EpisodeSource source = new Named("photo", 5);
        Episode plain = source.episode(2, new SplittableRandom(1));
        Episode changed = new RecolouredEpisodes(
                        source,
                        new Augmentation.Photometry(
                                1, new Augmentation.Tone(1, 0, 0), new Augmentation.Hue(0, 0, 0, 0), 0, 0))
                .episode(2, new SplittableRandom(1));
        assertThat(changed.questions()).isEqualTo(plain.questions());
        assertThat(changed.image().rgb()).isNotEqualTo(plain.image().rgb());
    }

    @Test
    void aMixtureNeedsSourcesWithAShare() {
        assertThatThrownBy(() -> new MixtureEpisodes(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new Part(new Named("photo", 5), 0)).hasMessageContaining("above 0");
    }

    private String sentence(int index, RandomGenerator random) {
        return mixture.episode(index, random).questions().get(0).text();
    }
}
