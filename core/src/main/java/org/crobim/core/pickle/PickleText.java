package org.crobim.core.pickle;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The spellings of numbers and texts in the oldest pickles, which are lines of text. */
final class PickleText {
    /** Longer numbers take quadratic time to read. */
    static final int LONGEST_INTEGER_BYTES = 1024;

    private static final int LONGEST_NUMBER_DIGITS = 2500;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?", Pattern.CASE_INSENSITIVE);

    private PickleText() {}

    /** A Long where it fits, else a BigInteger. */
    static Object integer(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    /** A decimal integer; {@code 00} and {@code 01} are how Python 2 wrote False and True. */
    static Object integerOrBoolean(String line) throws PickleException {
        return switch (line) {
            case "00" -> Boolean.FALSE;
            case "01" -> Boolean.TRUE;
            default -> integer(line);
        };
    }

    /** A decimal integer, with the L of Python 2 or without. */
    static Object integer(String line) throws PickleException {
        String digits = line.endsWith("L") ? line.substring(0, line.length() - 1) : line;
        if (digits.length() > LONGEST_NUMBER_DIGITS || !INTEGER.matcher(digits).matches()) {
            throw new PickleException("\"%s\" is no integer".formatted(shortened(line)));
        }
        return integer(new BigInteger(digits));
    }

    /** A decimal number as Python writes it. */
    static Double decimal(String line) throws PickleException {
        switch (line) {
            case "nan", "-nan":
                return Double.NaN;
            case "inf":
                return Double.POSITIVE_INFINITY;
            case "-inf":
                return Double.NEGATIVE_INFINITY;
            default:
                if (line.length() > LONGEST_NUMBER_DIGITS
                        || !DECIMAL.matcher(line).matches()) {
                    throw new PickleException("\"%s\" is no number".formatted(shortened(line)));
                }
                return Double.valueOf(line);
        }
    }

    /** UTF-8, or else Latin-1. */
    static String oldText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** A quoted text of Python 2, for example {@code 'it\'s'}; one character a byte. */
    static String quoted(String line) throws PickleException {
        String text = line.strip();
        char quote = text.isEmpty() ? ' ' : text.charAt(0);
        if (text.length() < 2 || (quote != '\'' && quote != '"') || text.charAt(text.length() - 1) != quote) {
            throw new PickleException("\"%s\" is no quoted text".formatted(shortened(line)));
        }
        String bytes = new Escapes(text.substring(1, text.length() - 1), true).resolve();
        return oldText(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A line in which only {@code \\u} and {@code \\U} are escapes. */
    static String rawUnicode(String line) throws PickleException {
        return new Escapes(line, false).resolve();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /** Resolves backslashes. */
    private static final class Escapes {
        private final String text;
        private final boolean byteString;
        private final StringBuilder resolved = new StringBuilder();
        private int position;

        Escapes(String text, boolean byteString) {
            this.text = text;
            this.byteString = byteString;
        }

        String resolve() throws PickleException {
            while (position < text.length()) {
                char character = text.charAt(position++);
                if (character != '\\') {
                    resolved.append(character);
                } else if (byteString) {
                    byteEscape();
                } else {
                    unicodeEscape();
                }
            }
            return resolved.toString();
        }

        private void byteEscape() throws PickleException {
            if (position == text.length()) {
                throw new PickleException("a quoted text ends with a backslash");
            }
            char kind = text.charAt(position++);
            switch (kind) {
                case '\\', '\'', '"' -> resolved.append(kind);
                case 'n' -> resolved.append('\n');
                case 'r' -> resolved.append('\r');
                case 't' -> resolved.append('\t');
                case 'x' -> resolved.append((char) number(2));
                default -> throw new PickleException("a quoted text has the unknown escape \\%s".formatted(kind));
            }
        }

        private void unicodeEscape() throws PickleException {
            char kind = position < text.length() ? text.charAt(position) : ' ';
            if (kind != 'u' && kind != 'U') {
                resolved.append('\\');
                return;
            }
            position++;
            int codePoint = number(kind == 'u' ? 4 : 8);
            if (!Character.isValidCodePoint(codePoint)) {
                throw new PickleException("a text has the escape %x, which is no character".formatted(codePoint));
            }
            resolved.appendCodePoint(codePoint);
        }

        private int number(int digits) throws PickleException {
            int value = 0;
            for (int i = 0; i < digits; i++) {
                int digit = position < text.length() ? Character.digit(text.charAt(position), 16) : -1;
                if (digit < 0) {
                    throw new PickleException(
                            "an escape of a text has fewer than %d hexadecimal digits".formatted(digits));
                }
                value = value << 4 | digit;
                position++;
            }
            return value;
        }
    }
}
