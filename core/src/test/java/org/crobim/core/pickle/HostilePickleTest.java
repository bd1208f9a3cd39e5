package org.crobim.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HostilePickleTest {
    private static final int MUTATIONS = 500;
    private static final PickleLimits SMALL = new PickleLimits(12_000, 5_000, 1_000, 50, 100_000);

    @Test
    void mutatedPicklesAreReadOrRefusedAndNothingElse() throws IOException {
        List<byte[]> originals = UnpicklerTest.protocols();
        Random random = new Random(20_260_517);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutated(originals.get(i % originals.size()), random);
            refused += Assertions.assertTimeout(Duration.ofSeconds(5), () -> isRefused(mutated)) ? 1 : 0;
        }
        assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS);
    }

    @Test
    void aPickleThatIsCutOffAnywhereIsRefused() throws IOException {
        for (byte[] pickle : UnpicklerTest.protocols()) {
            for (int length = 0; length < pickle.length; length++) {
                assertThat(isRefused(Arrays.copyOf(pickle, length))).isTrue();
            }
        }
    }

    @Test
    void sharingThatUnfoldsWithoutEndIsRefused() {
        // Each list holds the one before it twice: 2^60 texts in 250 bytes.
        PickleBytes bomb = new PickleBytes().text("boom");
        for (int level = 0; level < 60; level++) {
            bomb.code("q\0" + "0]h\0ah\0a");
        }
        assertRefused(bomb.stop(), standard(), "shared values unfold to more than");
    }

    @Test
    void sharingThatIsMeantIsAllowed() {
        PickleBytes sharing =
                new PickleBytes().code("](").text("the same sentence").code("q\0");
        for (int i = 0; i < 1000; i++) {
            sharing.code("h\0");
        }
        assertThatCode(() -> standard()
                        .read(new ByteArrayInputStream(sharing.code("e").stop())))
                .doesNotThrowAnyException();
    }

    @Test
    void aListInsideItselfIsRefused() {
        assertRefused(new PickleBytes().code("]q\0h\0a").stop(), standard(), "contains itself");
        assertRefused(new PickleBytes().code("}q\0K\1h\0s").stop(), standard(), "contains itself");
    }

    @Test
    void deepNestingIsRefusedWithoutRecursion() {
        PickleBytes deep = new PickleBytes();
        for (int i = 0; i < 100_000; i++) {
            deep.code(")");
        }
        for (int i = 1; i < 100_000; i++) {
            deep.code(0x86);
        }
        assertRefused(deep.stop(), standard(), "more than 100 deep");
    }

    @Test
    void aHugeStatedLengthIsRefusedBeforeMemoryIsSpent() {
        assertRefused(new PickleBytes().code("X").code(255, 255, 255, 255).stop(), standard(), "at most");
        assertRefused(new PickleBytes().code("T").code(255, 255, 255, 255).stop(), standard(), "at most");
        assertRefused(
                new PickleBytes()
                        .code(0x8e, 255, 255, 255, 255, 255, 255, 255, 255)
                        .stop(),
                standard(),
                "18446744073709551615 bytes");
        assertRefused(new PickleBytes().code(0x8b, 0, 0, 0, 64).stop(), standard(), "an integer of");
        assertRefused(new PickleBytes().code("X").code(0, 0, 0, 2).stop(), standard(), "the file ends");
    }

    @Test
    void limitsOfLengthCountAndMemoryHold() {
        Unpickler small = new Unpickler(SMALL, AllowedGlobals.none(), PersistentValues.none());
        assertRefused(new PickleBytes().code("N0".repeat(5001)).stop(), small, "builds more than 5000 values");
        assertRefused(new PickleBytes().code(ones(6000)).stop(), small, "remembers more than 5000 values");
        assertRefused(new PickleBytes().code("(1".repeat(5001)).stop(), small, "more than 5000 values");
        assertRefused(new PickleBytes().code("V" + "x".repeat(1001) + "\n").stop(), small, "a line is longer");
        assertRefused(new PickleBytes().code("N" + "q\0".repeat(6000)).stop(), small, "longer than 12000 bytes");
        assertRefused(new PickleBytes().code("I" + "9".repeat(3000) + "\n").stop(), standard(), "is no integer");
    }

    @Test
    void keysThatCouldCollideAreRefused() {
        assertRefused(new PickleBytes().code("}]K\1s").stop(), standard(), "no key of a dict");
        assertRefused(new PickleBytes().code("}))").code(0x86).code("K\1s").stop(), standard(), "no key of a dict");
        PickleBytes mixed = new PickleBytes().code("}(");
        for (int i = 0; i < 1100; i++) {
            mixed.code("K")
                    .code(i & 255)
                    .code("M")
                    .code(i & 255, i >> 8)
                    .code(0x86)
                    .code("N");
        }
        assertRefused(mixed.code("u").stop(), standard(), "only texts or only integers");
    }

    @Test
    void aStackThatDoesNotWorkOutIsRefused() {
        assertRefused(new PickleBytes().stop(), standard(), "0 values are left");
        assertRefused(new PickleBytes().code("NN").stop(), standard(), "2 values are left");
        assertRefused(new PickleBytes().code("N(").stop(), standard(), "2 values are left");
        assertRefused(new PickleBytes().code("t").stop(), standard(), "a mark is missing");
        assertRefused(new PickleBytes().code("N(0a").stop(), standard(), "a value is missing");
        assertRefused(new PickleBytes().code("N(").code(0x85).stop(), standard(), "1 values are needed");
        assertRefused(new PickleBytes().code("h\7").stop(), standard(), "nothing is remembered as number 7");
        assertRefused(new PickleBytes().code("Np-1\n").stop(), standard(), "remembered as number -1");
        assertRefused(new PickleBytes().code("(NNNd").stop(), standard(), "has no value");
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] mutated = original.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        return mutated;
    }

    private static int[] ones(int count) {
        int[] bytes = new int[count + 1];
        Arrays.fill(bytes, 0x94);
        bytes[0] = 'N';
        return bytes;
    }

    private static boolean isRefused(byte[] pickle) throws IOException {
        try {
            standard().read(new ByteArrayInputStream(pickle));
            return false;
        } catch (PickleException e) {
            assertThat(e).hasMessageMatching("(?s).+");
            return true;
        }
    }

    private static Unpickler standard() {
        return Unpickler.ofPlainValues();
    }

    private static void assertRefused(byte[] pickle, Unpickler unpickler, String messagePart) {
        assertThatThrownBy(() -> unpickler.read(new ByteArrayInputStream(pickle)))
                .isInstanceOf(PickleException.class)
                .hasMessageContaining(messagePart);
    }
}
