package org.crobim.data.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a check.
 *
 * @param splits what was looked at
 * @param findings in the order of the data set: first those about one sample, then those about several
 */
public record CheckReport(List<SplitCount> splits, List<Finding> findings) {
    /**
     * How much a split holds.
     *
     * @param split its name
     * @param samples listed
     * @param images listed, copies that the layout demands counted once
     */
    public record SplitCount(String split, int samples, int images) {
        static SplitCount of(SampleListing listing) {
            int images = (int) listing.samples().stream()
                    .map(ListedSample::imageId)
                    .distinct()
                    .count();
            return new SplitCount(listing.split(), listing.samples().size(), images);
        }
    }

    /** Copies the lists. */
    public CheckReport {
        splits = List.copyOf(splits);
        findings = List.copyOf(findings);
    }

    /** Number of findings of a severity. */
    public int count(Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Number of findings of a kind in a split. */
    public int count(FindingKind kind, String split) {
        return (int) findings.stream()
                .filter(finding -> finding.kind() == kind && finding.split().equals(split))
                .count();
    }

    /** Number of findings of each kind that occurs, errors first. */
    public Map<FindingKind, Integer> countsByKind() {
        Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
        findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
        return counts;
    }
}
