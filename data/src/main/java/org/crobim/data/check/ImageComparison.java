package org.crobim.data.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crobim.data.likeness.ImageFingerprint;
import org.crobim.data.likeness.LikenessIndex;

/** Compares all images of a data set: copies where none should be, within a split and between splits. */
final class ImageComparison {
    private final Map<ImageFingerprint, List<ImageUnit>> equal = new HashMap<>();
    private final List<ImageUnit> distinct = new ArrayList<>();
    private final LikenessIndex likeness = new LikenessIndex();
    /** An image with its copies is reported once for each kind. */
    private final Set<List<Object>> reported = new HashSet<>();

    private final List<Finding> findings = new ArrayList<>();

    /** Findings about images that are there more than once, in the order of the data set. */
    static List<Finding> compare(List<InspectedImage> images) {
        ImageComparison comparison = new ImageComparison();
        images.forEach(image -> image.fingerprint().ifPresent(print -> comparison.add(image.unit(), print)));
        return comparison.findings;
    }

    private void add(ImageUnit unit, ImageFingerprint fingerprint) {
        List<ImageUnit> copies = equal.computeIfAbsent(fingerprint, key -> new ArrayList<>());
        if (copies.isEmpty()) {
            compareLooks(unit, fingerprint);
            distinct.add(unit);
            likeness.add(fingerprint);
        } else {
            compareCopies(unit, copies);
        }
        copies.add(unit);
    }

    private void compareCopies(ImageUnit unit, List<ImageUnit> copies) {
        Optional<ImageUnit> elsewhere = copies.stream()
                .filter(copy -> !copy.split().equals(unit.split()))
                .findFirst();
        if (elsewhere.isPresent()) {
            report(unit, FindingKind.LEAKED_IMAGE, "the same pixels are", elsewhere.get());
            return;
        }
        ImageUnit original = copies.get(0);
        if (!original.first().imageId().equals(unit.first().imageId())) {
            report(unit, FindingKind.DUPLICATE_IMAGE, "the same pixels are", original);
        }
    }

    private void compareLooks(ImageUnit unit, ImageFingerprint fingerprint) {
        List<ImageUnit> alike =
                likeness.alike(fingerprint).stream().map(distinct::get).toList();
        Optional<ImageUnit> elsewhere = alike.stream()
                .filter(other -> !other.split().equals(unit.split()))
                .findFirst();
        if (elsewhere.isPresent()) {
            report(unit, FindingKind.LEAKED_LIKENESS, "nearly the same picture is", elsewhere.get());
        } else if (!alike.isEmpty()) {
            report(unit, FindingKind.SIMILAR_IMAGE, "nearly the same picture is", alike.get(0));
        }
    }

    private void report(ImageUnit unit, FindingKind kind, String what, ImageUnit other) {
        if (reported.add(List.of(kind, unit.split(), unit.first().imageId()))) {
            findings.add(Finding.about(
                    unit.first(),
                    kind,
                    unit.place(),
                    "%s in split %s as %s"
                            .formatted(what, other.split(), other.place().text())));
        }
    }
}
