package org.crobim.language.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * The kind of sentence that is aimed at.
 *
 * @param stratum what it rests on
 * @param superlative whether it says "left-most" or "largest"
 * @param compositional whether it makes two claims or more
 */
record Plan(BenchmarkStratum stratum, boolean superlative, boolean compositional) {
    static Plan draw(BenchmarkMix mix, Draw draw) {
        double point = draw.random().nextDouble();
        BenchmarkStratum drawn = BenchmarkStratum.IMAGE_RELATIVE;
        for (BenchmarkStratum stratum : BenchmarkStratum.values()) {
            double share = mix.kinds(stratum).share();
            if (point < share) {
                drawn = stratum;
                break;
            }
            point -= share;
        }
        BenchmarkMix.Kinds kinds = mix.kinds(drawn);
        return new Plan(drawn, draw.sometimes(kinds.superlative()), draw.sometimes(kinds.compositional()));
    }

    /** Every kind of sentence, in a fixed order. */
    static List<Plan> all() {
        List<Plan> plans = new ArrayList<>();
        for (BenchmarkStratum stratum : BenchmarkStratum.values()) {
            new Plan(stratum, false, false).addVariants(stratum, plans);
        }
        return plans;
    }

    /** This plan, then what comes nearest to it: first the stratum is kept, then the rest. */
    List<Plan> fallingBack() {
        List<Plan> plans = new ArrayList<>();
        addVariants(stratum, plans);
        for (BenchmarkStratum other : BenchmarkStratum.values()) {
            if (other != stratum) {
                addVariants(other, plans);
            }
        }
        return plans;
    }

    private void addVariants(BenchmarkStratum of, List<Plan> plans) {
        plans.add(new Plan(of, superlative, compositional));
        plans.add(new Plan(of, superlative, !compositional));
        plans.add(new Plan(of, !superlative, compositional));
        plans.add(new Plan(of, !superlative, !compositional));
    }
}
