package org.crobim.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpicklerTest {
    private static final Map<String, Object> EVERY_KIND = everyKind();

    @TempDir
    private Path folder;

    /** One value, as Python 3 writes it with {@code pickle.dumps(value, protocol)}, protocols 0 to 5, a line each. */
    static List<byte[]> protocols() throws IOException {
        try (InputStream stream = UnpicklerTest.class.getResourceAsStream("protocols.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(Base64.getDecoder()::decode)
                    .toList();
        }
    }

    @Test
    void everyProtocolBringsTheSameValue() throws IOException {
        assertThat(protocols()).hasSize(6);
        for (byte[] pickle : protocols()) {
            assertThat(read(pickle)).isEqualTo(EVERY_KIND);
        }
    }

    @Test
    void whatIsSharedInPythonIsOneObject() throws IOException {
        for (byte[] pickle : protocols()) {
            List<?> shared = (List<?>) Objects.requireNonNull(((Map<?, ?>) read(pickle)).get("shared"));
            assertThat(shared.get(0)).isSameAs(shared.get(1));
        }
    }

    @Test
    void readingStopsBehindThePickle() throws IOException {
        InputStream two = new ByteArrayInputStream("K\1.K\2.rest".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Unpickler.ofPlainValues().read(two)).isEqualTo(1L);
        assertThat(Unpickler.ofPlainValues().read(two)).isEqualTo(2L);
        assertThat(two.readAllBytes()).asString().isEqualTo("rest");
    }

    @Test
    void aFileHoldsOnePickleAndNothingElse() throws IOException {
        Path file = folder.resolve("refs.p");
        Files.writeString(file, "I7\n.");
        assertThat(Unpickler.ofPlainValues().read(file)).isEqualTo(7L);
        Files.writeString(file, "I7\n.x");
        assertThatThrownBy(() -> Unpickler.ofPlainValues().read(file)).hasMessageContaining("more bytes follow");
    }

    @Test
    void textsOfPython2AreUtf8OrElseLatin1() throws IOException {
        assertThat(read(code("S'it\\'s \\xc3\\xa9\\n'\n").stop())).isEqualTo("it's \u00e9\n");
        assertThat(read(code("S\"\\xe9\"\n").stop())).isEqualTo("\u00e9");
        assertThat(read(code("U").code(2, 0xc3, 0xa9).stop())).isEqualTo("\u00e9");
        assertThat(read(code("T").code(1, 0, 0, 0, 0xe9).stop())).isEqualTo("\u00e9");
    }

    @Test
    void bytesSetsAndOldFormsOfContainersAreRead() throws IOException {
        assertThat(read(code("C").code(2, 0, 255).stop())).isEqualTo(new byte[] {0, -1});
        assertThat(read(code(0x96, 1, 0, 0, 0, 0, 0, 0, 0, 9).stop())).isEqualTo(new byte[] {9});
        assertThat(read(code(0x8f).code("(K\1K\2K\1").code(0x90).stop())).isEqualTo(Set.of(1L, 2L));
        assertThat(read(code("(K\1").code(0x91).stop())).isEqualTo(Set.of(1L));
        assertThat(read(code("(I1\nI2\nd").stop())).isEqualTo(Map.of(1L, 2L));
        assertThat(read(code("(I1\nI2\nl").stop())).isEqualTo(List.of(1L, 2L));
        assertThat(read(code("(I1\n1I3\n20").stop())).isEqualTo(3L);
    }

    @Test
    void aKeyThatComesAgainReplacesItsValue() throws IOException {
        assertThat(read(code("}K\1K\2sK\1K\3s").stop())).isEqualTo(Map.of(1L, 3L));
    }

    @Test
    void everyWayToNamePythonCodeIsRefusedByDefault() {
        PickleBytes system = new PickleBytes()
                .text("os")
                .text("system")
                .code(0x93)
                .text("true")
                .code(0x85);
        assertRefused(system.code("R").stop(), "os.system", "STACK_GLOBAL");
        assertRefused(code("cos\nsystem\n(S'true'\ntR").stop(), "os.system", "GLOBAL at byte 0");
        assertRefused(code("(S'true'\nios\nsystem\n").stop(), "os.system", "INST");
        assertRefused(code("K\1)R").stop(), "no Python name is called");
        assertRefused(code("(K\1o").stop(), "no Python name is called");
        assertRefused(code("]}b").stop(), "a state is given");
        assertRefused(code(0x82, 1).stop(), "EXT1");
        assertRefused(code("Pstorage\n").stop(), "outside of the pickle");
        assertRefused(code("K\1Q").stop(), "outside of the pickle");
        assertRefused(code(0x97).stop(), "NEXT_BUFFER");
    }

    @Test
    void anAllowedNameIsBuiltByTheGivenConstructor() throws IOException {
        AllowedGlobals allowed = AllowedGlobals.none()
                .with("collections", "OrderedDict", new Dictionary())
                .withName("torch", "FloatStorage");
        Unpickler unpickler =
                new Unpickler(PickleLimits.standard(), allowed, id -> "storage " + ((PickleTuple) id).items());
        byte[] pickle = code("ccollections\nOrderedDict\n)R(S'bias'\nctorch\nFloatStorage\nS'0'\n")
                .code(0x86)
                .code("Qu}S'version'\nK\1sb")
                .stop();

        assertThat(unpickler.read(new ByteArrayInputStream(pickle)))
                .isEqualTo(Map.of("bias", "storage [torch.FloatStorage, 0]", "version", 1L));

        byte[] call = code("ctorch\nFloatStorage\n)R").stop();
        assertThatThrownBy(() -> unpickler.read(new ByteArrayInputStream(call)))
                .isInstanceOf(PickleException.class)
                .hasMessageContaining("allowed as a name only");
    }

    @Test
    void anErrorNamesTheInstructionAndItsByte() {
        assertRefused(code("K\1K\2a").stop(), "a list is needed on the stack, a Long is there (APPEND at byte 4)");
        assertRefused(code("]").code(0xff).stop(), "0xff is no instruction of a pickle (at byte 1)");
        assertRefused(code(0x80, 6).stop(), "protocol 6 is unknown, 0 to 5 are read");
    }

    private static Map<String, Object> everyKind() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        kinds.put("text", "caf\u00e9 \ud83d\udee9 \"it's\"\n\\end");
        BigInteger two = BigInteger.TWO;
        kinds.put(
                "ints",
                List.of(
                        0L,
                        255L,
                        256L,
                        65535L,
                        65536L,
                        -1L,
                        1L << 31,
                        Long.MIN_VALUE,
                        two.pow(63),
                        two.pow(80).negate()));
        kinds.put("floats", List.of(0.5, -1e300, Double.POSITIVE_INFINITY));
        kinds.put("flags", PickleTuple.of(true, false, PickleNone.NONE));
        kinds.put(
                "tuple",
                PickleTuple.of(
                        PickleTuple.of(),
                        PickleTuple.of(1L),
                        PickleTuple.of(1L, 2L),
                        PickleTuple.of(1L, 2L, 3L),
                        PickleTuple.of(1L, 2L, 3L, 4L)));
        kinds.put("shared", List.of(List.of("same"), List.of("same")));
        return kinds;
    }

    private static Object read(byte[] pickle) throws IOException {
        return Unpickler.ofPlainValues().read(new ByteArrayInputStream(pickle));
    }

    private static PickleBytes code(String instructions) {
        return new PickleBytes().code(instructions);
    }

    private static PickleBytes code(int... bytes) {
        return new PickleBytes().code(bytes);
    }

    private static void assertRefused(byte[] pickle, String... messageParts) {
        assertThatThrownBy(() -> read(pickle))
                .isInstanceOf(PickleException.class)
                .hasMessageContainingAll(messageParts);
    }

    /** An OrderedDict as a Map, whose state are further entries. */
    private static final class Dictionary implements PickleConstructor {
        @Override
        public Object construct(List<Object> arguments) {
            return new LinkedHashMap<>();
        }

        @Override
        @SuppressWarnings("unchecked")
        public void setState(Object made, Object state) {
            ((Map<Object, Object>) made).putAll((Map<Object, Object>) state);
        }
    }
}
