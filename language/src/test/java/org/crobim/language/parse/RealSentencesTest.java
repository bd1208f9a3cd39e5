package org.crobim.language.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.crobim.language.CategoryMention;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reads the sentences of RRSIS-D. The grammar was made from its training sentences; the others are only counted. */
class RealSentencesTest {
    private static final Path REFERENCES =
            Path.of(System.getProperty("crobim.shared", "none"), "data", "rrsis-d", "rrsisd_refs.jsonl");

    private final ExpressionParser parser = new ExpressionParser();

    @Test
    void moreThanNineteenOfTwentySentencesAreUnderstood() throws IOException {
        Assumptions.assumeTrue(Files.exists(REFERENCES), "needs the sentences of RRSIS-D in " + REFERENCES);
        Map<String, Coverage> bySplit = new TreeMap<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(REFERENCES)) {
            JsonNode reference = json.readTree(line);
            Coverage coverage = coverage(
                    reference.path("sent").asText(), reference.path("category").asText());
            bySplit.merge(reference.path("split").asText(), coverage, Coverage::plus);
        }
        Coverage all = bySplit.values().stream().reduce(Coverage.NONE, Coverage::plus);
        System.out.printf("RRSIS-D all: %s; by split: %s%n", all, bySplit);
        assertThat(all.sentences()).isEqualTo(17_402);
        assertThat(bySplit.getOrDefault("train", Coverage.NONE).understoodShare())
                .isGreaterThan(0.95);
        assertThat(all.understoodShare()).isGreaterThan(0.95);
    }

    private Coverage coverage(String sentence, String category) {
        ParsedExpression parsed = parser.parse(sentence);
        boolean understood = parsed.understood() && parsed.category().equals(CategoryMention.named(category));
        if (!understood && System.getProperty("crobim.verbose") != null) {
            System.out.println(category + " | " + sentence + " | " + parsed);
        }
        return new Coverage(1, understood ? 1 : 0, understood && parsed.isExpressedByClaims() ? 1 : 0);
    }

    /**
     * Counts of sentences.
     *
     * @param understood every word with a meaning consumed, and the class is that of the annotation
     * @param claimed understood, and nothing of it is only a remark
     */
    private record Coverage(int sentences, int understood, int claimed) {
        static final Coverage NONE = new Coverage(0, 0, 0);

        Coverage plus(Coverage other) {
            return new Coverage(sentences + other.sentences, understood + other.understood, claimed + other.claimed);
        }

        double understoodShare() {
            return understood / (double) sentences;
        }

        @Override
        public String toString() {
            return "%d of %d understood (%.2f %%), %d wholly as claims (%.2f %%)"
                    .formatted(understood, sentences, 100 * understoodShare(), claimed, 100.0 * claimed / sentences);
        }
    }
}
