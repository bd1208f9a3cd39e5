package org.crobim.train.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.crobim.train.benchmark.AnswerCost;
import org.crobim.train.metrics.Grouping;
import org.crobim.train.metrics.SampleScore;
import org.crobim.train.metrics.ScoreGap;
import org.crobim.train.metrics.ScoreSummary;
import org.crobim.train.metrics.SegmentationScores;

/**
 * All judged cells of a plan, summed up; cells that are not done yet are simply not there.
 *
 * @param plan what is compared
 * @param cells judged ones, in the order of the plan
 * @param costs of the answers of a model, by its name
 */
public record Comparison(ComparisonPlan plan, List<JudgedCell> cells, Map<String, AnswerCost> costs) {
    private static final long BOOTSTRAP_SEED = 1;

    /** Copies list and map. */
    public Comparison {
        cells = List.copyOf(cells);
        costs = new LinkedHashMap<>(costs);
    }

    /**
     * How a model stands on a data set.
     *
     * @param model name
     * @param runs one summary for each seed
     * @param cost of its answers, where it was measured
     */
    public record Standing(String model, List<ScoreSummary> runs, Optional<AnswerCost> cost) {}

    /**
     * How far one model lies above another.
     *
     * @param upper name of the one
     * @param lower name of the other
     * @param seeds that both have
     * @param gap over all samples of these seeds
     */
    public record Pair(String upper, String lower, int seeds, ScoreGap gap) {}

    /** The models that have a judged cell on a data set, in the order of the plan. */
    public List<Standing> standings(TestBed data, Protocol protocol) {
        List<Standing> standings = new ArrayList<>();
        for (Contestant model : plan.models()) {
            List<ScoreSummary> runs = cells(data, model).stream()
                    .map(cell -> cell.collected(protocol).summary())
                    .toList();
            if (!runs.isEmpty()) {
                standings.add(new Standing(model.name(), runs, Optional.ofNullable(costs.get(model.name()))));
            }
        }
        return List.copyOf(standings);
    }

    /**
     * Differences between models at native size, with 95 % intervals by a bootstrap over images in which both models and all
     * seeds of an image are drawn together. The interval tells how much the choice of test images matters; how much the seed
     * matters, the spread of the runs tells.
     */
    public List<Pair> pairs(TestBed data) {
        List<Pair> pairs = new ArrayList<>();
        List<Contestant> models = plan.models();
        int bases = plan.pairs() == ComparisonPlan.Pairs.FIRST ? 1 : models.size();
        for (int base = 0; base < bases; base++) {
            for (int other = base + 1; other < models.size(); other++) {
                pair(data, models.get(base), models.get(other)).ifPresent(pairs::add);
            }
        }
        return List.copyOf(pairs);
    }

    private Optional<Pair> pair(TestBed data, Contestant upper, Contestant lower) {
        Map<Integer, JudgedCell> uppers = bySeed(data, upper);
        Map<Integer, JudgedCell> lowers = bySeed(data, lower);
        Set<Integer> common = new LinkedHashSet<>(uppers.keySet());
        common.retainAll(lowers.keySet());
        if (common.isEmpty()) {
            return Optional.empty();
        }
        ScoreGap gap = ScoreGap.between(
                scores(uppers, common), scores(lowers, common), plan.resamples(), new SplittableRandom(BOOTSTRAP_SEED));
        return Optional.of(new Pair(upper.name(), lower.name(), common.size(), gap));
    }

    private static List<SampleScore> scores(Map<Integer, JudgedCell> cells, Set<Integer> seeds) {
        List<SampleScore> all = new ArrayList<>();
        cells.forEach((seed, cell) -> {
            if (seeds.contains(seed)) {
                all.addAll(cell.scores(Protocol.NATIVE_SIZE));
            }
        });
        return all;
    }

    /**
     * The scores of each group at native size, all seeds together.
     *
     * @return by group, then by model; a group that no sample of a model belongs to is not there
     */
    public Map<String, Map<String, ScoreSummary>> breakdown(TestBed data, Grouping grouping) {
        Map<String, Map<String, ScoreSummary>> groups = new LinkedHashMap<>();
        for (Contestant model : plan.models()) {
            SegmentationScores scores = new SegmentationScores();
            cells(data, model).forEach(cell -> cell.scores(Protocol.NATIVE_SIZE).forEach(scores::add));
            scores.breakdown(grouping)
                    .forEach((group, summary) -> groups.computeIfAbsent(group, unused -> new LinkedHashMap<>())
                            .put(model.name(), summary));
        }
        return groups;
    }

    /** The judged cells of a model on a data set, by seed. */
    public List<JudgedCell> cells(TestBed data, Contestant model) {
        return cells.stream()
                .filter(cell ->
                        cell.dataset().equals(data.name()) && cell.model().equals(model.name()))
                .toList();
    }

    private Map<Integer, JudgedCell> bySeed(TestBed data, Contestant model) {
        Map<Integer, JudgedCell> bySeed = new LinkedHashMap<>();
        cells(data, model).forEach(cell -> bySeed.put(cell.seed(), cell));
        return bySeed;
    }
}
