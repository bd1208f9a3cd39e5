package org.crobim.train.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Judges how well the presence score separates sentences with a target from sentences without; immutable. */
public final class PresenceScores {
    private final List<PresenceObservation> ascending;
    private final long present;

    /**
     * @param observations in any order; may be empty
     */
    public PresenceScores(Collection<PresenceObservation> observations) {
        List<PresenceObservation> sorted = new ArrayList<>(observations);
        sorted.sort(Comparator.comparingDouble(PresenceObservation::presence));
        this.ascending = List.copyOf(sorted);
        this.present = ascending.stream().filter(PresenceObservation::present).count();
    }

    /** The presence answers among scored samples; an empty truth is a sentence without a target. */
    public static PresenceScores of(Collection<SampleScore> samples) {
        List<PresenceObservation> observations = new ArrayList<>();
        for (SampleScore sample : samples) {
            sample.presence()
                    .ifPresent(presence -> observations.add(
                            new PresenceObservation(presence, !sample.overlap().truthIsEmpty())));
        }
        return new PresenceScores(observations);
    }

    /** Observations in order of ascending score. */
    List<PresenceObservation> ascending() {
        return ascending;
    }

    /** Number of sentences with a target. */
    public long present() {
        return present;
    }

    /** Number of sentences without a target. */
    public long absent() {
        return ascending.size() - present;
    }

    /**
     * Area under the receiver operating curve, 0..1: the chance that a sentence with a target scores above one without, ties
     * counting half; empty unless both kinds occur.
     */
    public OptionalDouble areaUnderCurve() {
        if (present == 0 || absent() == 0) {
            return OptionalDouble.empty();
        }
        double wins = 0;
        long absentBelow = 0;
        for (int from = 0; from < ascending.size(); ) {
            int to = from;
            long tiedPresent = 0;
            while (to < ascending.size()
                    && ascending.get(to).presence() == ascending.get(from).presence()) {
                tiedPresent += ascending.get(to++).present() ? 1 : 0;
            }
            long tiedAbsent = to - from - tiedPresent;
            wins += tiedPresent * (absentBelow + 0.5 * tiedAbsent);
            absentBelow += tiedAbsent;
            from = to;
        }
        return OptionalDouble.of(wins / ((double) present * absent()));
    }

    /** Share of right answers, 0..1, when a score of the threshold or more means "present"; empty without observations. */
    public OptionalDouble accuracy(double threshold) {
        return ascending.stream()
                .mapToInt(seen -> (seen.presence() >= threshold) == seen.present() ? 1 : 0)
                .average();
    }

    /** Mean of the share of targets found and the share of absences recognised, 0..1; empty unless both kinds occur. */
    public OptionalDouble balancedAccuracy(double threshold) {
        if (present == 0 || absent() == 0) {
            return OptionalDouble.empty();
        }
        long found = ascending.stream()
                .filter(seen -> seen.present() && seen.presence() >= threshold)
                .count();
        long recognised = ascending.stream()
                .filter(seen -> !seen.present() && seen.presence() < threshold)
                .count();
        return OptionalDouble.of(0.5 * ((double) found / present + (double) recognised / absent()));
    }

    /**
     * Bins of equal width over 0..1; the last one includes 1.
     *
     * @param bins 1..100
     */
    public List<CalibrationBin> calibrationBins(int bins) {
        if (bins < 1 || bins > 100) {
            throw new IllegalArgumentException("Calibration bins must number 1..100, got " + bins);
        }
        long[] counts = new long[bins];
        long[] targets = new long[bins];
        double[] sums = new double[bins];
        for (PresenceObservation seen : ascending) {
            int bin = Math.min((int) (seen.presence() * bins), bins - 1);
            counts[bin]++;
            targets[bin] += seen.present() ? 1 : 0;
            sums[bin] += seen.presence();
        }
        List<CalibrationBin> result = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            long divisor = Math.max(counts[i], 1);
            result.add(new CalibrationBin(
                    (double) i / bins,
                    (double) (i + 1) / bins,
                    counts[i],
                    sums[i] / divisor,
                    (double) targets[i] / divisor));
        }
        return List.copyOf(result);
    }

    /** Mean distance of score and truth over ten bins, weighted by their counts, 0..1; 0 is perfectly calibrated. */
    public OptionalDouble expectedCalibrationError() {
        if (ascending.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(calibrationBins(10).stream()
                .mapToDouble(bin -> bin.count() * Math.abs(bin.meanPresence() - bin.presentShare()) / ascending.size())
                .sum());
    }
}
