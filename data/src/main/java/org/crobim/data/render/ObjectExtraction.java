package org.crobim.data.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crobim.core.mask.Mask;
import org.crobim.data.render.canvas.OwnerMap;

/** Turns the owner of each pixel into objects with cropped masks. */
final class ObjectExtraction {
    /** Slivers below this many pixels are background: nobody would annotate them. */
    private static final int LEAST_PIXELS = 5;

    private final int width;
    private final int[] owner;
    private final List<OwnerMap.Claim> claims;
    private final int[] left;
    private final int[] top;
    private final int[] right;
    private final int[] bottom;
    private final int[] area;

    ObjectExtraction(OwnerMap owners, int width, int height) {
        this.width = width;
        this.owner = owners.owner();
        this.claims = owners.claims();
        int n = claims.size();
        this.left = filled(n, width);
        this.top = filled(n, height);
        this.right = filled(n, -1);
        this.bottom = filled(n, -1);
        this.area = new int[n];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int k = owner[y * width + x] - 1;
                if (k >= 0) {
                    left[k] = Math.min(left[k], x);
                    right[k] = Math.max(right[k], x);
                    top[k] = Math.min(top[k], y);
                    bottom[k] = y;
                    area[k]++;
                }
            }
        }
    }

    List<RenderedObject> objects() {
        List<RenderedObject> objects = new ArrayList<>();
        for (int k = 0; k < claims.size(); k++) {
            if (area[k] >= LEAST_PIXELS) {
                double visible = Math.min(1, (double) area[k] / claims.get(k).fullArea());
                objects.add(new RenderedObject(
                        objects.size(), claims.get(k).category(), left[k], top[k], patch(k), visible));
            }
        }
        return objects;
    }

    private Mask patch(int k) {
        int columns = right[k] - left[k] + 1;
        int rows = bottom[k] - top[k] + 1;
        byte[] pixels = new byte[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                if (owner[(top[k] + y) * width + left[k] + x] == k + 1) {
                    pixels[y * columns + x] = 1;
                }
            }
        }
        return Mask.of(columns, rows, pixels);
    }

    private static int[] filled(int n, int value) {
        int[] values = new int[n];
        Arrays.fill(values, value);
        return values;
    }
}
