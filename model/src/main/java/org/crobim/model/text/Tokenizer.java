package org.crobim.model.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts sentences into word pieces exactly as the published uncased BERT models do.
 *
 * <p>Runs the Hugging Face tokenizers library, whose native part is bundled; nothing is ever downloaded. Thread-safe;
 * sentences that come again, as in every epoch of a training, are answered from a bounded memory.
 */
public final class Tokenizer implements AutoCloseable {
    private static final int REMEMBERED_SENTENCES = 50_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HuggingFaceTokenizer library;
    private final int maximumLength;
    private final int endId;
    private final Map<String, Encoding> remembered = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Encoding> eldest) {
            return size() > REMEMBERED_SENTENCES;
        }
    };

    private Tokenizer(HuggingFaceTokenizer library, int maximumLength, int endId) {
        this.library = library;
        this.maximumLength = maximumLength;
        this.endId = endId;
    }

    /**
     * @param vocabulary pieces of the text encoder
     * @param maximumLength most pieces of a sentence with {@code [CLS]} and {@code [SEP]}, at least 3
     */
    public static Tokenizer of(Vocabulary vocabulary, int maximumLength) {
        if (maximumLength < 3) {
            throw new IllegalArgumentException(
                    "a sentence of at most " + maximumLength + " pieces holds no word; at least 3 are needed");
        }
        forbidDownloads();
        byte[] description = description(vocabulary).getBytes(StandardCharsets.UTF_8);
        try {
            HuggingFaceTokenizer library = HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(description), Map.of("truncation", "false", "padding", "false"));
            return new Tokenizer(library, maximumLength, vocabulary.idOf(Vocabulary.END));
        } catch (IOException e) {
            throw new UncheckedIOException("tokenizer description in memory", e);
        }
    }

    /** The library would look for a CUDA build of itself and report its start to its makers. */
    private static void forbidDownloads() {
        System.setProperty("ai.djl.offline", "true");
        if (System.getProperty("RUST_FLAVOR") == null) {
            System.setProperty("RUST_FLAVOR", "cpu");
        }
    }

    /** The content of a {@code tokenizer.json}; special pieces are no added tokens, so a user cannot type them. */
    private static String description(Vocabulary vocabulary) {
        ObjectNode root = JSON.createObjectNode().put("version", "1.0");
        root.putObject("normalizer")
                .put("type", "BertNormalizer")
                .put("clean_text", true)
                .put("handle_chinese_chars", true)
                .put("strip_accents", true)
                .put("lowercase", true);
        root.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
        root.set("post_processor", sentenceFrame(vocabulary));
        ObjectNode model = root.putObject("model")
                .put("type", "WordPiece")
                .put("unk_token", Vocabulary.UNKNOWN)
                .put("continuing_subword_prefix", Vocabulary.CONTINUATION)
                .put("max_input_chars_per_word", 100);
        ObjectNode numbers = model.putObject("vocab");
        for (int id = 0; id < vocabulary.size(); id++) {
            numbers.put(vocabulary.pieces().get(id), id);
        }
        return root.toString();
    }

    private static ObjectNode sentenceFrame(Vocabulary vocabulary) {
        ObjectNode frame = JSON.createObjectNode().put("type", "BertProcessing");
        ArrayNode end = frame.putArray("sep");
        end.add(Vocabulary.END).add(vocabulary.idOf(Vocabulary.END));
        ArrayNode start = frame.putArray("cls");
        start.add(Vocabulary.START).add(vocabulary.idOf(Vocabulary.START));
        return frame;
    }

    /** Most pieces of a sentence with {@code [CLS]} and {@code [SEP]}. */
    public int maximumLength() {
        return maximumLength;
    }

    /**
     * Encodes one sentence; one that is too long loses pieces at its end but keeps {@code [SEP]}.
     *
     * @param sentence any text; an empty one gives {@code [CLS] [SEP]}
     */
    public Encoding encode(String sentence) {
        synchronized (remembered) {
            Encoding known = remembered.get(sentence);
            if (known != null) {
                return known;
            }
        }
        Encoding fresh = encodeAnew(sentence);
        synchronized (remembered) {
            remembered.put(sentence, fresh);
        }
        return fresh;
    }

    private Encoding encodeAnew(String sentence) {
        ai.djl.huggingface.tokenizers.Encoding pieces = library.encode(sentence);
        long[] all = pieces.getIds();
        int[] ids = new int[Math.min(all.length, maximumLength)];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Math.toIntExact(all[i]);
        }
        ids[ids.length - 1] = endId;
        return new Encoding(ids, all.length > maximumLength, unknownWords(sentence, pieces));
    }

    private static List<String> unknownWords(String sentence, ai.djl.huggingface.tokenizers.Encoding encoding) {
        String[] pieces = encoding.getTokens();
        long[] words = encoding.getWordIds();
        List<String> unknown = new ArrayList<>();
        int from = 1;
        while (from < pieces.length - 1) {
            int to = from + 1;
            while (to < pieces.length - 1 && words[to] == words[from]) {
                to++;
            }
            if (isUnknown(pieces, from, to)) {
                unknown.add(spelling(sentence, encoding.getCharTokenSpans(), from, to));
            }
            from = to;
        }
        return unknown;
    }

    /** More than half of the word is spelled letter by letter; numbers are always spelled so and mean what they say. */
    private static boolean isUnknown(String[] pieces, int from, int to) {
        if (to - from == 1) {
            return pieces[from].equals(Vocabulary.UNKNOWN);
        }
        int characters = 0;
        int spelled = 0;
        for (int i = from; i < to; i++) {
            String piece = i == from ? pieces[i] : pieces[i].substring(Vocabulary.CONTINUATION.length());
            characters += piece.length();
            spelled += piece.length() == 1 && Character.isLetter(piece.charAt(0)) ? 1 : 0;
        }
        return 2 * spelled > characters;
    }

    private static String spelling(String sentence, CharSpan[] spans, int from, int to) {
        int start = sentence.offsetByCodePoints(0, spans[from].getStart());
        int end = sentence.offsetByCodePoints(0, spans[to - 1].getEnd());
        return sentence.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Releases the native tokenizer; no thread may be encoding. */
    @Override
    public void close() {
        library.close();
    }
}
