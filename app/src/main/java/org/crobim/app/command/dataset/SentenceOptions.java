package org.crobim.app.command.dataset;

import java.nio.file.Path;
import java.util.Optional;
import org.crobim.app.console.WeightsOption;
import org.crobim.core.error.UsageException;
import org.crobim.data.sentence.SentenceLimit;
import org.crobim.data.sentence.TokenCounter;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.text.Encoding;
import org.crobim.model.text.Tokenizer;
import org.crobim.model.text.Vocabulary;
import org.crobim.model.zoo.Networks;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the model can read: vocabulary and length. */
final class SentenceOptions {
    private static final int FEWEST_TOKENS = 3;
    /** Longer than any sentence is counted as this long. */
    private static final int LONGEST_COUNTED = 10_000;

    @Mixin
    private WeightsOption weights;

    @Option(
            names = "--vocabulary",
            paramLabel = "FILE",
            description = "A vocab.txt; default: the vocabulary of the weights. Needs --tokens.")
    private Optional<Path> vocabulary;

    @Option(
            names = "--tokens",
            paramLabel = "T",
            description = "Word pieces that the model reads of a sentence; default: as the weights say.")
    private Optional<Integer> tokens;

    /**
     * A tokenizer that never cuts, and the length at which the model would.
     *
     * @throws UsageException if the options contradict one another
     */
    Reader open() {
        if (tokens.isPresent() && tokens.get() < FEWEST_TOKENS) {
            throw new UsageException(
                    "--tokens is %d, expected %d or more: a sentence has a beginning, a word and an end."
                            .formatted(tokens.get(), FEWEST_TOKENS));
        }
        if (vocabulary.isPresent()) {
            int most = tokens.orElseThrow(
                    () -> new UsageException("--vocabulary needs --tokens: a vocabulary does not tell how much a model"
                            + " reads. RISBench needs 40 or more."));
            return new Reader(Vocabulary.read(vocabulary.get()), most);
        }
        try (ReferringModel model = Networks.load(weights.file())) {
            return new Reader(model.vocabulary(), tokens.orElseGet(model.tokenizer()::maximumLength));
        }
    }

    /** Reads sentences until it is closed. */
    static final class Reader implements AutoCloseable {
        private final Tokenizer tokenizer;
        private final int mostTokens;

        private Reader(Vocabulary vocabulary, int mostTokens) {
            this.tokenizer = Tokenizer.of(vocabulary, LONGEST_COUNTED);
            this.mostTokens = mostTokens;
        }

        /** What the model can read. */
        SentenceLimit limit() {
            return new SentenceLimit(
                    sentence -> {
                        Encoding encoding = tokenizer.encode(sentence);
                        return new TokenCounter.Reading(encoding.length(), encoding.unknownWords());
                    },
                    mostTokens);
        }

        @Override
        public void close() {
            tokenizer.close();
        }
    }
}
