package org.crobim.data.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.crobim.data.Episode;
import org.crobim.data.ReferringSample;
import org.crobim.language.ReferringExpression;
import org.crobim.language.SentenceSource;
import org.crobim.language.Stratum;
import org.junit.jupiter.api.Test;

class RenderedDataTest {
    /** Names the first objects by number and asks for something absent. */
    private static final SentenceSource NUMBERS = (layout, count, random) -> {
        List<ReferringExpression> said = new ArrayList<>();
        for (int id = 0; id < Math.min(count - 1, layout.objects().size()); id++) {
            said.add(new ReferringExpression(
                    "object " + id, OptionalInt.of(id), layout.objects().get(id).category(), Stratum.UNIQUE));
        }
        said.add(new ReferringExpression(
                "nothing", OptionalInt.empty(), layout.objects().get(0).category(), Stratum.ABSENT));
        return said;
    };

    private static final SceneSpec SPEC = SceneSpec.square(96);

    @Test
    void anEpisodeAsksAboutWhatItShows() {
        RenderedEpisodes episodes = new RenderedEpisodes(SPEC, 10, 3, NUMBERS);
        assertThat(episodes.size()).isEqualTo(10);
        Episode episode = episodes.episode(4, new SplittableRandom(4));
        assertThat(episode.image().width()).isEqualTo(96);
        assertThat(episode.categories()).hasSize(96 * 96);
        for (Episode.Question question : episode.questions()) {
            assertThat(question.target().area() > 0).isEqualTo(question.present());
            for (int i = 0; i < 96 * 96; i++) {
                if (question.target().pixels()[i] != 0) {
                    assertThat(episode.categories()[i]).isPositive();
                }
            }
        }
    }

    @Test
    void theSameGeneratorStateGivesTheSameEpisode() {
        RenderedEpisodes episodes = new RenderedEpisodes(SPEC, 10, 3, NUMBERS);
        Episode one = episodes.episode(0, new SplittableRandom(9));
        Episode two = episodes.episode(0, new SplittableRandom(9));
        assertThat(one.image().rgb()).isEqualTo(two.image().rgb());
        assertThat(one.questions()).isEqualTo(two.questions());
    }

    @Test
    void aSourceWithoutSentencesIsReported() {
        RenderedEpisodes silent =
                new RenderedEpisodes(SceneSpec.square(64), 1, 1, (layout, count, random) -> List.of());
        assertThatThrownBy(() -> silent.episode(0, new SplittableRandom(1))).hasMessageContaining("sentence source");
    }

    @Test
    void aSeedGivesTheSameDataSetAlways() {
        RenderedReferringDataset one = dataset(11);
        RenderedReferringDataset two = dataset(11);
        assertThat(one.samples()).isEqualTo(two.samples()).hasSizeGreaterThan(6);
        ReferringSample last = one.samples().get(one.samples().size() - 2);
        assertThat(one.readImage(last).rgb()).isEqualTo(two.readImage(last).rgb());
        assertThat(one.readMask(last)).isEqualTo(two.readMask(last));
        int named = Integer.parseInt(last.text().substring("object ".length()));
        assertThat(one.readMask(last)).isEqualTo(one.scene(last).mask(named));
        assertThat(dataset(12).readImage(dataset(12).samples().get(0)).rgb())
                .isNotEqualTo(one.readImage(one.samples().get(0)).rgb());
    }

    @Test
    void absentTargetsHaveEmptyMasksAndForeignSamplesAreRefused() {
        RenderedReferringDataset data = dataset(11);
        ReferringSample absent = data.samples().stream()
                .filter(sample -> sample.stratum().equals(Optional.of(Stratum.ABSENT)))
                .findFirst()
                .orElseThrow();
        assertThat(data.readMask(absent).area()).isZero();
        ReferringSample foreign = ReferringSample.ofText("other", "other", absent.text());
        assertThatThrownBy(() -> data.readMask(foreign)).hasMessageContaining("\"other\"");
    }

    private static RenderedReferringDataset dataset(long seed) {
        return RenderedReferringDataset.create(
                new RenderedReferringDataset.Plan("rendered test", 4, 3, seed), SPEC, NUMBERS);
    }
}
