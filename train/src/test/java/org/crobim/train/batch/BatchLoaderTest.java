package org.crobim.train.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.crobim.core.error.InputException;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.Episode;
import org.crobim.data.EpisodeSource;
import org.crobim.language.ObjectCategory;
import org.crobim.language.ReferringExpression;
import org.crobim.language.Stratum;
import org.crobim.model.text.Tokenizer;
import org.crobim.model.text.Vocabulary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BatchLoaderTest {
    private static final int SIDE = 4;
    private static final long MOST_MILLIS = 10_000;
    private static final Tokenizer TOKENIZER = Tokenizer.of(Vocabulary.ofWords(List.of("the ship")), 10);

    @AfterAll
    static void close() {
        TOKENIZER.close();
    }

    /** Images whose first byte is the base image and whose others are chance; odd images ask two questions. */
    private static final class Noise implements EpisodeSource {
        @Override
        public int size() {
            return 5;
        }

        @Override
        public Episode episode(int index, RandomGenerator random) {
            byte[] pixels = new byte[3 * SIDE * SIDE];
            random.nextBytes(pixels);
            pixels[0] = (byte) index;
            byte[] categories = new byte[SIDE * SIDE];
            Arrays.fill(categories, (byte) -1);
            Mask mask = Mask.of(SIDE, SIDE, new byte[] {1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
            Episode.Question present = new Episode.Question(expression(OptionalInt.of(0)), mask);
            Episode.Question absent = new Episode.Question(expression(OptionalInt.empty()), Mask.empty(SIDE, SIDE));
            return new Episode(
                    new RgbImage(SIDE, SIDE, pixels),
                    index % 2 == 1 ? List.of(present, absent) : List.of(present),
                    categories);
        }

        private static ReferringExpression expression(OptionalInt target) {
            return new ReferringExpression("the ship", target, ObjectCategory.SHIP, Stratum.values()[0]);
        }
    }

    private static BatchLoader loader(EpisodeSource source, int threads, long first) {
        BatchAssembly assembly = new BatchAssembly(source, TOKENIZER, SIDE, 7);
        return new BatchLoader(
                assembly, new EpisodeOrder(source.size(), 7), new BatchLoader.Plan(2, threads, 4), first);
    }

    private static List<byte[]> images(int threads, long first, int count) {
        List<byte[]> images = new ArrayList<>();
        try (BatchLoader loader = loader(new Noise(), threads, first)) {
            for (int i = 0; i < count; i++) {
                images.add(loader.next().images().get(1).rgb());
            }
        }
        return images;
    }

    @Test
    void batchesDoNotDependOnTheNumberOfThreads() {
        List<byte[]> one = images(1, 0, 10);
        List<byte[]> three = images(3, 0, 10);

        assertThat(one).hasSize(10);
        assertThat(three).hasSameSizeAs(one);
        for (int i = 0; i < one.size(); i++) {
            assertThat(three.get(i)).containsExactly(one.get(i));
        }
    }

    @Test
    void aResumedLoaderGoesOnWithTheSameBatches() {
        assertThat(images(1, 6, 1).get(0)).containsExactly(images(1, 0, 7).get(6));
    }

    @Test
    void everyEpochShowsEachImageOnceInAnotherOrder() {
        EpisodeOrder order = new EpisodeOrder(50, 3);
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            first.add(order.imageAt(i));
        }
        for (int i = 50; i < 100; i++) {
            second.add(order.imageAt(i));
        }

        assertThat(first).doesNotHaveDuplicates().hasSize(50).allMatch(image -> image >= 0 && image < 50);
        assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
    }

    @Test
    void questionsKnowTheirImageAndWhetherTheirTargetExists() {
        TrainingBatch batch = new BatchAssembly(new Noise(), TOKENIZER, SIDE, 7)
                .assemble(List.of(new BatchAssembly.Showing(0, 2), new BatchAssembly.Showing(1, 3)));

        TrainingBatch.Questions questions = batch.questions();
        assertThat(batch.images().get(1).channel(0, 0, 0)).isEqualTo(3);
        assertThat(questions.imageOf()).containsExactly(0, 1, 1);
        assertThat(questions.present()).containsExactly(true, true, false);
        assertThat(questions.masks()).hasSize(3 * SIDE * SIDE);
        assertThat(questions.masks()[SIDE * SIDE]).isEqualTo((byte) 1);
        assertThat(questions.masks()[2 * SIDE * SIDE]).isZero();
        assertThat(batch.categoriesKnown()).isFalse();
    }

    @Test
    void anErrorWhileDrawingReachesWhoeverAsksForTheBatch() {
        EpisodeSource broken = new EpisodeSource() {
            @Override
            public int size() {
                return 3;
            }

            @Override
            public Episode episode(int index, RandomGenerator random) {
                throw new InputException("image.png: cut short");
            }
        };
        try (BatchLoader loader = loader(broken, 2, 0)) {
            assertThatThrownBy(loader::next).isInstanceOf(InputException.class).hasMessage("image.png: cut short");
        }
    }

    @Test
    void closingEndsTheThreads() throws InterruptedException {
        Set<Thread> ofOthers = loaderThreads();
        BatchLoader loader = loader(new Noise(), 2, 0);
        loader.next();
        Set<Thread> own = loaderThreads();
        own.removeAll(ofOthers);
        assertThat(own).hasSize(2);

        loader.close();

        for (Thread thread : own) {
            thread.join(MOST_MILLIS);
            assertThat(thread.isAlive()).as("%s after close", thread).isFalse();
        }
    }

    private static Set<Thread> loaderThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("crobim-loader"))
                .collect(Collectors.toSet());
    }
}
