package org.crobim.geo.instance;

import java.util.Arrays;
import org.crobim.core.geometry.Box;

/** Extent, area and probabilities of what carries a label, in arrays that grow: there may be millions. */
final class LabelStatistics {
    private static final int FIRST_CAPACITY = 1024;

    private int[] left = new int[FIRST_CAPACITY];
    private int[] right = new int[FIRST_CAPACITY];
    private int[] top = new int[FIRST_CAPACITY];
    private int[] bottom = new int[FIRST_CAPACITY];
    private long[] area = new long[FIRST_CAPACITY];
    private double[] probability = new double[FIRST_CAPACITY];
    private int count;

    /** Adds a run of a row. */
    void add(int label, int y, int start, int end, float[] values) {
        grow(label);
        if (area[label] == 0) {
            left[label] = start;
            right[label] = end;
            top[label] = y;
        }
        left[label] = Math.min(left[label], start);
        right[label] = Math.max(right[label], end);
        bottom[label] = y + 1;
        area[label] += end - start;
        for (int x = start; x < end; x++) {
            probability[label] += values[x];
        }
    }

    /** Moves what a label has gathered to another one. */
    void merge(int label, int target) {
        if (label == target) {
            return;
        }
        left[target] = Math.min(left[target], left[label]);
        right[target] = Math.max(right[target], right[label]);
        top[target] = Math.min(top[target], top[label]);
        bottom[target] = Math.max(bottom[target], bottom[label]);
        area[target] += area[label];
        probability[target] += probability[label];
    }

    long area(int label) {
        return area[label];
    }

    Box box(int label) {
        return new Box(left[label], top[label], right[label], bottom[label]);
    }

    /** Mean probability. */
    double score(int label) {
        return probability[label] / area[label];
    }

    private void grow(int label) {
        if (label < count) {
            return;
        }
        count = label + 1;
        if (label >= area.length) {
            int capacity = Math.max(2 * area.length, count);
            left = Arrays.copyOf(left, capacity);
            right = Arrays.copyOf(right, capacity);
            top = Arrays.copyOf(top, capacity);
            bottom = Arrays.copyOf(bottom, capacity);
            area = Arrays.copyOf(area, capacity);
            probability = Arrays.copyOf(probability, capacity);
        }
    }
}
