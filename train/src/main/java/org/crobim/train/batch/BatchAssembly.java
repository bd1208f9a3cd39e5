package org.crobim.train.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.crobim.data.Episode;
import org.crobim.data.EpisodeSource;
import org.crobim.model.text.Encoding;
import org.crobim.model.text.Tokenizer;

/** Draws episodes and packs them into a batch; thread-safe. */
public final class BatchAssembly {
    private final EpisodeSource source;
    private final Tokenizer tokenizer;
    private final int side;
    private final long seed;

    /**
     * An assembly.
     *
     * @param source of episodes
     * @param tokenizer of the network
     * @param side S, what the network expects
     * @param seed of the run
     */
    public BatchAssembly(EpisodeSource source, Tokenizer tokenizer, int side, long seed) {
        this.source = source;
        this.tokenizer = tokenizer;
        this.side = side;
        this.seed = seed;
    }

    /**
     * One image of the run.
     *
     * @param position images shown before, over all epochs; seeds everything drawn for it
     * @param image base image of the source
     */
    public record Showing(long position, int image) {}

    /**
     * Packs images.
     *
     * @param showings B of them, at least one
     * @throws IllegalStateException if the source's images are not S x S
     */
    public TrainingBatch assemble(List<Showing> showings) {
        List<Episode> episodes = showings.stream().map(this::draw).toList();
        int pixels = side * side;
        byte[] categories = new byte[episodes.size() * pixels];
        for (int i = 0; i < episodes.size(); i++) {
            System.arraycopy(episodes.get(i).categories(), 0, categories, i * pixels, pixels);
        }
        return new TrainingBatch(
                episodes.stream().map(Episode::image).toList(), categories, anyKnown(categories), questions(episodes));
    }

    private TrainingBatch.Questions questions(List<Episode> episodes) {
        List<Episode.Question> questions = new ArrayList<>();
        List<Integer> imageOf = new ArrayList<>();
        for (int i = 0; i < episodes.size(); i++) {
            for (Episode.Question question : episodes.get(i).questions()) {
                questions.add(question);
                imageOf.add(i);
            }
        }
        int pixels = side * side;
        byte[] masks = new byte[questions.size() * pixels];
        boolean[] present = new boolean[questions.size()];
        for (int q = 0; q < present.length; q++) {
            System.arraycopy(questions.get(q).target().pixels(), 0, masks, q * pixels, pixels);
            present[q] = questions.get(q).present();
        }
        int[] images = imageOf.stream().mapToInt(Integer::intValue).toArray();
        return new TrainingBatch.Questions(encode(questions), images, masks, present);
    }

    private Episode draw(Showing showing) {
        long own = RandomSeeds.of(seed, RandomSeeds.Stream.EPISODE, showing.position());
        Episode episode = source.episode(showing.image(), new SplittableRandom(own));
        if (episode.image().width() != side || episode.image().height() != side) {
            throw new IllegalStateException("Episode of base image %d is %d x %d pixels, the network expects %d x %d"
                    .formatted(
                            showing.image(),
                            episode.image().width(),
                            episode.image().height(),
                            side,
                            side));
        }
        return episode;
    }

    private List<Encoding> encode(List<Episode.Question> questions) {
        return questions.stream()
                .map(question -> tokenizer.encode(question.text()))
                .toList();
    }

    private static boolean anyKnown(byte[] categories) {
        for (byte category : categories) {
            if (category != -1) {
                return true;
            }
        }
        return false;
    }
}
