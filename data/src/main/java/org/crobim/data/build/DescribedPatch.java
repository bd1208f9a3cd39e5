package org.crobim.data.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.crobim.data.mix.PatchSentences.Sentence;

/**
 * A patch and what can be said of its objects.
 *
 * @param patch where and what is seen
 * @param sentences by id of the object, at least one for each; the order of ids
 */
record DescribedPatch(Patch patch, Map<Integer, List<Sentence>> sentences) {
    /** Objects with fewer of their class beside them are told apart by the class word almost alone. */
    private static final int MANY_OF_A_CLASS = 3;

    /** Copies the map. */
    DescribedPatch {
        sentences = new TreeMap<>(sentences);
    }

    /**
     * Deals the objects of a scene out: what several patches show is kept where sentences of most kinds can be said of it, and of equals
     * where it is seen best. So no object is asked about twice.
     *
     * @return in the same order, with the sentences that each patch keeps, possibly none
     */
    static List<DescribedPatch> dealt(List<DescribedPatch> patches) {
        TreeSet<Integer> ids = new TreeSet<>();
        patches.forEach(patch -> ids.addAll(patch.sentences.keySet()));
        List<Map<Integer, List<Sentence>>> kept = new ArrayList<>();
        patches.forEach(patch -> kept.add(new TreeMap<>()));
        for (int id : ids) {
            int place = best(id, patches);
            kept.get(place).put(id, patches.get(place).about(id));
        }
        List<DescribedPatch> dealt = new ArrayList<>();
        for (int i = 0; i < patches.size(); i++) {
            dealt.add(new DescribedPatch(patches.get(i).patch, kept.get(i)));
        }
        return dealt;
    }

    private static int best(int id, List<DescribedPatch> patches) {
        int best = -1;
        for (int i = 0; i < patches.size(); i++) {
            if (patches.get(i).sentences.containsKey(id)
                    && (best < 0 || patches.get(i).isBetterFor(id, patches.get(best)))) {
                best = i;
            }
        }
        return best;
    }

    private boolean isBetterFor(int id, DescribedPatch other) {
        int difference = Long.compare(kinds(id), other.kinds(id));
        return difference > 0 || difference == 0 && patch.prominence(id) > other.patch.prominence(id);
    }

    private long kinds(int id) {
        return about(id).stream().map(Sentence::kind).distinct().count();
    }

    /** Ids of the objects in a drawn order, but those with at least two others of their class first. */
    List<Integer> inDrawnOrder(RandomGenerator random) {
        List<Integer> order = new ArrayList<>(sentences.keySet());
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        order.sort(Comparator.comparing(id -> patch.rivals(id) < MANY_OF_A_CLASS));
        return order;
    }

    /** What can be said of an object. */
    List<Sentence> about(int id) {
        return sentences.getOrDefault(id, List.of());
    }
}
