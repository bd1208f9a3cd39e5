package org.crobim.model.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Dropout;
import org.crobim.model.nn.Embedding;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.tensor.Tensors;

/**
 * BERT (arXiv 1810.04805), in two halves so that a caller may append embedding rows of its own in between.
 *
 * <p>Parameter names are those of the published checkpoints, without a leading {@code bert.}. One departure: dropout
 * applies after the embeddings and after both sub-layers, not to the attention probabilities, which are never
 * materialised.
 */
public final class TextEncoder extends Layer {
    static final double NORM_EPSILON = 1e-12;

    /** Customary share of values that training sets to zero. */
    public static final double DROPOUT = 0.1;

    private static final int SEGMENTS = 2;

    private final Config config;
    private final Embedding words;
    private final Embedding positions;
    private final Embedding segments;
    private final LayerNorm norm;
    private final Dropout dropout;
    private final List<TextEncoderBlock> blocks = new ArrayList<>();

    /**
     * Sizes of the encoder.
     *
     * @param layers number of blocks
     * @param width d_t
     * @param heads divides the width
     * @param hiddenWidth between the two matrices of a block's perceptron
     * @param vocabularySize rows of the word table
     * @param maximumLength rows of the position table: most word pieces of a sentence
     */
    public record Config(int layers, int width, int heads, int hiddenWidth, int vocabularySize, int maximumLength) {
        /** Checks the ranges. */
        public Config {
            if (Math.min(Math.min(layers, heads), Math.min(hiddenWidth, Math.min(vocabularySize, maximumLength))) < 1) {
                throw new IllegalArgumentException(
                        "text encoder: every size must be at least 1, got %d layers, %d heads, hidden %d, vocabulary %d, length %d"
                                .formatted(layers, heads, hiddenWidth, vocabularySize, maximumLength));
            }
            if (width < 1 || width % heads != 0) {
                throw new IllegalArgumentException(
                        "text encoder: %d heads do not divide width %d".formatted(heads, width));
            }
        }

        /** With the customary hidden width of four times the width. */
        public Config(int layers, int width, int heads, int vocabularySize, int maximumLength) {
            this(layers, width, heads, 4 * width, vocabularySize, maximumLength);
        }
    }

    /**
     * With the customary dropout.
     *
     * @param init first values; its stream also decides the dropout
     */
    public TextEncoder(Config config, Initializer init) {
        this(config, DROPOUT, init);
    }

    /**
     * @param dropRate share of values set to zero in training, [0, 1)
     * @param init first values; its stream also decides the dropout
     */
    public TextEncoder(Config config, double dropRate, Initializer init) {
        this.config = config;
        int width = config.width();
        words = child("embeddings.word_embeddings", new Embedding(config.vocabularySize(), width, init));
        positions = child("embeddings.position_embeddings", new Embedding(config.maximumLength(), width, init));
        segments = child("embeddings.token_type_embeddings", new Embedding(SEGMENTS, width, init));
        norm = child("embeddings.LayerNorm", new LayerNorm(width, NORM_EPSILON, init));
        dropout = child("embeddings.dropout", new Dropout(dropRate, init.random()));
        for (int i = 0; i < config.layers(); i++) {
            blocks.add(child("encoder.layer." + i, new TextEncoderBlock(config, dropRate, init)));
        }
    }

    /**
     * Word, position and segment embeddings after their layer norm.
     *
     * @param tokens (Q, T), T at most the configured length
     * @return (Q, T, d_t), owned by the innermost scope
     * @throws ShapeException if T is too large
     */
    public Tensor embed(TokenBatch tokens) {
        long length = tokens.ids().size(1);
        if (length > config.maximumLength()) {
            throw new ShapeException(
                    "text encoder: sentences of %d word pieces, at most %d have a position; let the tokenizer cut them"
                            .formatted(length, config.maximumLength()));
        }
        // Every word belongs to segment 0: sentence pairs do not occur.
        Tensor places =
                positions.weight().narrow(0, 0, length).add(segments.weight().narrow(0, 0, 1));
        return dropout.forward(norm.forward(words.forward(tokens.ids()).add(places)));
    }

    /**
     * Lets rows attend to one another.
     *
     * @param rows (Q, M, d_t), what {@link #embed} gave and any rows appended to it
     * @param keep (Q, M) bool; rows that are not kept are never seen by others and come back with values of no meaning
     * @return (Q, M, d_t), owned by the innermost scope
     * @throws ShapeException if rows and keep disagree
     */
    public Tensor encode(Tensor rows, Tensor keep) {
        return run(rows, keep, hidden(keep));
    }

    /**
     * Encodes two readings of each sentence in one pass; each sees itself only. The matrices are read once, which is most
     * of the work where sentences are few.
     *
     * @param rows (Q, M, d_t), the rows of the first reading, then those of the second
     * @param keep (Q, M) bool, as in {@link #encode}
     * @param first rows of the first reading
     * @return (Q, M, d_t) in the same order, owned by the innermost scope
     * @throws ShapeException if rows and keep disagree
     */
    public Tensor encodeBeside(Tensor rows, Tensor keep, long first) {
        long second = keep.size(1) - first;
        Tensor inFirst =
                Tensors.cat(0, Tensors.full(1, first), Tensors.full(0, second)).to(keep.device(), keep.scalar_type());
        Tensor apart =
                inFirst.unsqueeze(1).ne(inFirst.unsqueeze(0)).to(words.weight().scalar_type());
        return run(rows, keep, hidden(keep).add(apart, new Scalar(Ops.HIDDEN)));
    }

    /** Additive (Q, 1, 1, M). */
    private Tensor hidden(Tensor keep) {
        return Ops.additiveMask(keep, words.weight().scalar_type());
    }

    private Tensor run(Tensor rows, Tensor keep, Tensor mask) {
        if (rows.dim() != 3 || keep.dim() != 2 || rows.size(0) != keep.size(0) || rows.size(1) != keep.size(1)) {
            throw new ShapeException("text encoder: rows %s and keep %s, expected (Q, M, %d) and (Q, M)"
                    .formatted(describe(rows), describe(keep), config.width()));
        }
        Tensor x = rows;
        for (TextEncoderBlock block : blocks) {
            x = block.forward(x, Optional.of(mask));
        }
        return x;
    }

    private static String describe(Tensor tensor) {
        return Arrays.toString(Tensors.shape(tensor));
    }

    /** The sizes that the encoder was made with. */
    public Config config() {
        return config;
    }
}
