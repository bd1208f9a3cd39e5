package org.crobim.geo.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.crobim.core.geometry.Box;
import org.crobim.geo.mask.MaskRaster;
import org.crobim.geo.mask.ProbabilityRaster;

/**
 * The instances of a scene, and which pixels belong to which.
 *
 * <p>Pixels that touch, also across a corner, are one instance. The mask is read once to find them and once more for each
 * selection; nothing of the size of the scene is kept, only a number for each part of an instance that begins in a row of its own.
 */
public final class InstanceMap {
    private final MaskRaster mask;
    private final List<Instance> instances;
    /** The instance of every provisional label; -1 where it was too small. */
    private final int[] instanceOf;

    private InstanceMap(MaskRaster mask, List<Instance> instances, int[] instanceOf) {
        this.mask = mask;
        this.instances = List.copyOf(instances);
        this.instanceOf = instanceOf;
    }

    /**
     * Finds the instances.
     *
     * @param mask rows are read from the top
     * @param probability of the same size, for the scores
     * @param leastAreaPixels smaller parts are no instances, at least 1
     */
    public static InstanceMap of(MaskRaster mask, ProbabilityRaster probability, long leastAreaPixels) {
        if (mask.width() != probability.width() || mask.height() != probability.height()) {
            throw new IllegalArgumentException("Mask of %d x %d, probabilities of %d x %d"
                    .formatted(mask.width(), mask.height(), probability.width(), probability.height()));
        }
        RunLabels labels = new RunLabels();
        LabelStatistics statistics = new LabelStatistics();
        RunTraversal traversal = new RunTraversal(mask, labels);
        float[] values = new float[mask.width()];
        for (int y = 0; y < mask.height(); y++) {
            RowRuns runs = traversal.next();
            if (runs.count() > 0) {
                probability.readRow(y, values);
                for (int run = 0; run < runs.count(); run++) {
                    statistics.add(runs.label(run), y, runs.start(run), runs.end(run), values);
                }
            }
        }
        return numbered(mask, labels, statistics, leastAreaPixels);
    }

    private static InstanceMap numbered(
            MaskRaster mask, RunLabels labels, LabelStatistics statistics, long leastAreaPixels) {
        int[] instanceOf = new int[labels.count()];
        Arrays.fill(instanceOf, -1);
        for (int label = 0; label < labels.count(); label++) {
            statistics.merge(label, labels.root(label));
        }
        List<Instance> instances = new ArrayList<>();
        for (int label = 0; label < labels.count(); label++) {
            int root = labels.root(label);
            if (root == label && statistics.area(label) >= leastAreaPixels) {
                Box box = statistics.box(label);
                double score = statistics.score(label);
                instanceOf[label] = instances.size();
                instances.add(new Instance(instances.size(), box, statistics.area(label), score));
            } else {
                // Roots are the smallest labels of their objects, so theirs is known already.
                instanceOf[label] = root == label ? -1 : instanceOf[root];
            }
        }
        return new InstanceMap(mask, instances, instanceOf);
    }

    /** All instances, by their uppermost pixels. */
    public List<Instance> instances() {
        return instances;
    }

    /** The mask of all instances, without the parts that were too small. */
    public MaskRaster all() {
        BitSet every = new BitSet();
        every.set(0, instances.size());
        return new InstanceMask(this, every);
    }

    /** The mask of some instances. */
    public MaskRaster only(Set<Integer> ids) {
        BitSet selected = new BitSet();
        ids.forEach(selected::set);
        return new InstanceMask(this, selected);
    }

    MaskRaster mask() {
        return mask;
    }

    /** Whether a provisional label belongs to one of some instances. */
    boolean belongs(int label, BitSet selected) {
        return instanceOf[label] >= 0 && selected.get(instanceOf[label]);
    }
}
