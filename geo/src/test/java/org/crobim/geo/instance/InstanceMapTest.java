package org.crobim.geo.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crobim.core.geometry.Box;
import org.crobim.core.mask.Mask;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.mask.ProbabilityRaster;
import org.junit.jupiter.api.Test;

class InstanceMapTest {
    @Test
    void partsThatMeetFurtherDownAreOneInstance() {
        Mask mask = mask("""
                #...#..
                #...#.#
                #####..
                .......
                ..##...
                """);

        InstanceMap map = InstanceMap.of(MaskRaster.of(mask), level(mask), 1);

        assertThat(map.instances())
                .extracting(Instance::box)
                .containsExactly(new Box(0, 0, 5, 3), new Box(6, 1, 7, 2), new Box(2, 4, 4, 5));
        assertThat(map.instances()).extracting(Instance::areaPixels).containsExactly(9L, 1L, 2L);
        assertThat(map.instances().get(0).score()).isCloseTo(0.8, offset(1e-6));
    }

    @Test
    void aSelectionShowsItsPixelsAloneInAnyOrderOfRows() {
        Mask mask = mask("""
                #..#
                ##.#
                ...#
                """);
        MaskRaster left = InstanceMap.of(MaskRaster.of(mask), level(mask), 1).only(Set.of(0));

        byte[] row = new byte[4];
        left.readRow(1, row);
        assertThat(row).containsExactly(1, 1, 0, 0);
        left.readRow(0, row);
        assertThat(row).containsExactly(1, 0, 0, 0);
        left.readRow(2, row);
        assertThat(row).containsOnly(0);
    }

    @Test
    void partsThatAreTooSmallAreNoInstances() {
        Mask mask = mask("""
                #..
                .##
                ...
                #..
                """);
        InstanceMap map = InstanceMap.of(MaskRaster.of(mask), level(mask), 2);

        assertThat(map.instances()).hasSize(1);
        byte[] row = new byte[3];
        map.all().readRow(3, row);
        assertThat(row).containsOnly(0);
    }

    @Property(tries = 100)
    void theInstancesAreThoseOfFloodFilling(
            @ForAll @IntRange(min = 1, max = 24) int width,
            @ForAll @IntRange(min = 1, max = 24) int height,
            @ForAll long seed) {
        byte[] pixels = new byte[width * height];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (random.nextInt(100) < 45 ? 1 : 0);
        }
        Mask mask = Mask.of(width, height, pixels);

        InstanceMap map = InstanceMap.of(MaskRaster.of(mask), level(mask), 1);

        int[] expected = flooded(mask);
        assertThat(map.instances()).hasSize(Arrays.stream(expected).max().orElse(0));
        for (Instance instance : map.instances()) {
            MaskRaster alone = map.only(Set.of(instance.id()));
            byte[] row = new byte[width];
            for (int y = 0; y < height; y++) {
                alone.readRow(y, row);
                for (int x = 0; x < width; x++) {
                    assertThat(row[x] == 1).isEqualTo(expected[y * width + x] == instance.id() + 1);
                }
            }
        }
    }

    /** The number of the part that each pixel belongs to, from 1, by uppermost and then leftmost pixel; 0 outside. */
    private static int[] flooded(Mask mask) {
        int[] part = new int[mask.width() * mask.height()];
        int parts = 0;
        for (int start = 0; start < part.length; start++) {
            if (mask.pixels()[start] != 0 && part[start] == 0) {
                part[start] = ++parts;
                Deque<Integer> open = new ArrayDeque<>(Set.of(start));
                while (!open.isEmpty()) {
                    int pixel = open.remove();
                    for (int i = 0; i < 9; i++) {
                        int x = pixel % mask.width() + i % 3 - 1;
                        int y = pixel / mask.width() + i / 3 - 1;
                        int next = y * mask.width() + x;
                        if (x >= 0
                                && y >= 0
                                && x < mask.width()
                                && y < mask.height()
                                && mask.get(x, y)
                                && part[next] == 0) {
                            part[next] = parts;
                            open.add(next);
                        }
                    }
                }
            }
        }
        return part;
    }

    private static ProbabilityRaster level(Mask mask) {
        return new ProbabilityRaster() {
            @Override
            public int width() {
                return mask.width();
            }

            @Override
            public int height() {
                return mask.height();
            }

            @Override
            public void readRow(int y, float[] row) {
                Arrays.fill(row, 0.8f);
            }
        };
    }

    private static Mask mask(String rows) {
        String[] lines = rows.strip().split("\n", -1);
        byte[] pixels = new byte[lines.length * lines[0].length()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (lines[i / lines[0].length()].charAt(i % lines[0].length()) == '#' ? 1 : 0);
        }
        return Mask.of(lines[0].length(), lines.length, pixels);
    }
}
