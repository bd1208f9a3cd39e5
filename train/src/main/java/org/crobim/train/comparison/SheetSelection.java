package org.crobim.train.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Chooses which samples a qualitative sheet shows: by rule, not by eye. */
public final class SheetSelection {
    private SheetSelection() {}

    /**
     * Samples of one kind.
     *
     * @param title what they have in common
     * @param samples by their ids, each with the intersection over union of each model, 0..1
     */
    public record Group(String title, List<Candidate> samples) {
        /** Copies the list. */
        public Group {
            samples = List.copyOf(samples);
        }
    }

    /**
     * A sample that every model answered.
     *
     * @param id of the sample
     * @param imageId of its image
     * @param scores intersection over union at native size by model, 0..1
     */
    public record Candidate(String id, String imageId, Map<String, Double> scores) {
        /** Copies the map, keeping the order of the models. */
        public Candidate {
            scores = new LinkedHashMap<>(scores);
        }

        private Spread spread() {
            return Spread.of(
                    scores.values().stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /**
     * Samples at fixed places of the list, and those with the best mean, the worst mean and the largest spread over the models; at
     * most one of an image in each of the last three.
     *
     * @param cells one judged cell of each model, on the same questions
     * @param count of each group
     */
    public static List<Group> choose(List<JudgedCell> cells, int count) {
        List<Candidate> all = candidates(cells);
        if (all.isEmpty() || count == 0) {
            return List.of();
        }
        List<Candidate> fixed = new ArrayList<>();
        for (int i = 0; i < Math.min(count, all.size()); i++) {
            fixed.add(all.get((int) ((long) i * all.size() / Math.min(count, all.size()))));
        }
        return List.of(
                new Group("Fixed samples, evenly over the list", fixed),
                new Group(
                        "Best mean over the models",
                        first(all, count, sample -> -sample.spread().mean())),
                new Group(
                        "Worst mean over the models",
                        first(all, count, sample -> sample.spread().mean())),
                new Group(
                        "Largest disagreement of the models",
                        first(all, count, sample -> -sample.spread().deviation())));
    }

    private static List<Candidate> candidates(List<JudgedCell> cells) {
        Map<String, Candidate> byId = new LinkedHashMap<>();
        for (JudgedCell cell : cells) {
            for (JudgedSample sample : cell.samples()) {
                Candidate candidate = byId.computeIfAbsent(
                        sample.id(), id -> new Candidate(id, sample.tags().imageId(), Map.of()));
                candidate.scores().put(cell.model(), sample.nativeOverlap().intersectionOverUnion());
            }
        }
        return byId.values().stream()
                .filter(candidate -> candidate.scores().size() == cells.size())
                .toList();
    }

    private static List<Candidate> first(List<Candidate> all, int count, ToDoubleFunction<Candidate> order) {
        Set<String> images = new HashSet<>();
        return all.stream()
                .sorted(Comparator.comparingDouble(order))
                .filter(sample -> images.add(sample.imageId()))
                .limit(count)
                .toList();
    }
}
