package org.crobim.model.weights.convert;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of tensors by patterns of a user: {@code *} stands for any characters, dots too, {@code ?} for one. */
public final class NamePatterns {
    private NamePatterns() {}

    /** Whether a name matches one of the patterns as a whole; never without patterns. */
    public static Predicate<String> anyOf(List<String> patterns) {
        List<Pattern> compiled = patterns.stream().map(NamePatterns::compile).toList();
        return name ->
                compiled.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern compile(String glob) {
        return Pattern.compile(glob.codePoints()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining()));
    }
}
