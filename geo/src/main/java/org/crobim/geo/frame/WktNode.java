package org.crobim.geo.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One element of well-known text, as {@code UNIT["metre", 1]}: a keyword, plain values and further elements.
 *
 * @param keyword in upper case
 * @param values texts without their quotes, numbers and bare words as written
 * @param children in the order of the text
 */
record WktNode(String keyword, List<String> values, List<WktNode> children) {
    private static final int DEEPEST = 32;

    WktNode {
        values = List.copyOf(values);
        children = List.copyOf(children);
    }

    /**
     * Parses one element with all that it contains.
     *
     * @throws IllegalArgumentException if brackets or quotes do not close, or elements are nested too deeply
     */
    static WktNode parse(String text) {
        Parser parser = new Parser(text);
        WktNode node = parser.element(0);
        parser.requireEnd();
        return node;
    }

    /** The first child with this keyword. */
    Optional<WktNode> child(String wanted) {
        return childrenNamed(wanted).findFirst();
    }

    /** All children with this keyword. */
    Stream<WktNode> childrenNamed(String wanted) {
        return children.stream().filter(node -> node.keyword.equals(wanted));
    }

    /** The text at a position, empty when there are fewer values. */
    String text(int index) {
        return index < values.size() ? values.get(index) : "";
    }

    /**
     * The number at a position.
     *
     * @throws IllegalArgumentException if there is no finite number
     */
    double number(int index) {
        try {
            double number = Double.parseDouble(text(index));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, with the place.
        }
        throw new IllegalArgumentException("%s has \"%s\" where a number is expected".formatted(keyword, text(index)));
    }

    /** A recursive descent over the text. */
    private static final class Parser {
        private final String text;
        private int position;

        Parser(String text) {
            this.text = text;
        }

        WktNode element(int depth) {
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("elements are nested more than %d deep".formatted(DEEPEST));
            }
            String keyword = word().toUpperCase(Locale.ROOT);
            if (keyword.isEmpty() || !(next('[') || next('('))) {
                throw new IllegalArgumentException("expected an element at character " + position);
            }
            List<String> values = new ArrayList<>();
            List<WktNode> children = new ArrayList<>();
            do {
                content(depth, values, children);
            } while (next(','));
            if (!(next(']') || next(')'))) {
                throw new IllegalArgumentException("%s does not close at character %d".formatted(keyword, position));
            }
            return new WktNode(keyword, values, children);
        }

        private void content(int depth, List<String> values, List<WktNode> children) {
            if (next('"')) {
                values.add(quoted());
                return;
            }
            int start = position;
            String word = word();
            skipSpace();
            if (position < text.length() && (text.charAt(position) == '[' || text.charAt(position) == '(')) {
                position = start;
                children.add(element(depth + 1));
            } else {
                values.add(word);
            }
        }

        private String quoted() {
            int end = text.indexOf('"', position);
            if (end < 0) {
                throw new IllegalArgumentException("a quote does not close");
            }
            String content = text.substring(position, end);
            position = end + 1;
            return content;
        }

        private String word() {
            skipSpace();
            int start = position;
            while (position < text.length() && "[](),\"".indexOf(text.charAt(position)) < 0) {
                position++;
            }
            return text.substring(start, position).strip();
        }

        private boolean next(char expected) {
            skipSpace();
            if (position < text.length() && text.charAt(position) == expected) {
                position++;
                return true;
            }
            return false;
        }

        void requireEnd() {
            skipSpace();
            if (position < text.length()) {
                throw new IllegalArgumentException("text follows the end of the definition");
            }
        }

        private void skipSpace() {
            while (position < text.length()
                    && (Character.isWhitespace(text.charAt(position)) || text.charAt(position) == 0)) {
                position++;
            }
        }
    }
}
