package org.crobim.language.phrase;

import java.util.List;
import java.util.stream.Stream;

/** Words that hold a sentence together. */
final class FrameWords {
    static final List<String> PARTICIPLES =
            List.of("located", "situated", "positioned", "located", "found", "visible", "placed");
    static final List<String> RELATIVE = List.of("that is", "which is", "that lies", "which lies");
    static final List<String> COPULAS =
            List.of("is", "is located", "is situated", "is positioned", "can be seen", "lies");
    static final List<String> COMMANDS = List.of(
            "find", "segment", "show", "show me", "highlight", "select", "mark", "locate", "outline", "extract");
    static final List<String> QUESTIONS = List.of("where is", "can you find", "can you see");
    static final List<String> ONLY = List.of("only", "single", "sole");
    static final List<String> WHOLE_IMAGE = List.of("in the", "in the whole", "visible in the", "shown in the");
    static final List<String> OF_ALL = List.of("of all", "among all", "among the");
    private static final List<String> SMALL_WORDS = List.of("the", "a", "an", "of");

    private FrameWords() {}

    static Stream<String> all() {
        return Stream.of(PARTICIPLES, RELATIVE, COPULAS, COMMANDS, QUESTIONS, ONLY, WHOLE_IMAGE, OF_ALL, SMALL_WORDS)
                .flatMap(List::stream);
    }
}
