package org.crobim.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.crobim.core.error.InputException;
import org.crobim.core.progress.Progress;
import org.crobim.data.annotated.ErrorPolicy;
import org.crobim.data.sentence.UniquenessProof;

/**
 * Looks at every sample of a data set, then at all of them together. The report does not depend on the number of threads.
 *
 * <p>Pixels are let go as soon as they were looked at: an image leaves some hundred bytes.
 */
public final class DatasetCheck {
    private final CheckPlan plan;
    private final Progress progress;

    /**
     * @param plan how to check
     * @param progress counts images
     */
    public DatasetCheck(CheckPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Checks splits that belong together.
     *
     * @throws InputException under {@link ErrorPolicy#FAIL} at the first error
     */
    public CheckReport run(List<SampleListing> splits) {
        List<Finding> findings = new ArrayList<>();
        splits.forEach(listing -> findings.addAll(listing.defects()));
        refuseErrors(findings);
        List<ImageUnit> units = splits.stream()
                .flatMap(listing -> ImageUnit.of(listing).stream())
                .toList();
        List<InspectedImage> images = inspect(units);
        images.forEach(image -> findings.addAll(image.findings()));
        findings.addAll(ImageComparison.compare(images));
        findings.addAll(SampleComparison.compare(images));
        refuseErrors(findings);
        return new CheckReport(splits.stream().map(CheckReport.SplitCount::of).toList(), findings);
    }

    private List<InspectedImage> inspect(List<ImageUnit> units) {
        progress.start("images", units.size());
        AtomicReferenceArray<InspectedImage> inspected = new AtomicReferenceArray<>(units.size());
        AtomicInteger next = new AtomicInteger();
        SentenceInspection sentences = new SentenceInspection(plan.sentences(), new UniquenessProof());
        Workers.run(plan.threads(), () -> {
            for (int i = next.getAndIncrement(); i < units.size(); i = next.getAndIncrement()) {
                InspectedImage image = ImageInspection.inspect(units.get(i), sentences);
                inspected.set(i, image);
                if (plan.onError() == ErrorPolicy.FAIL
                        && firstError(image.findings()).isPresent()) {
                    next.set(units.size());
                }
                progress.step(1);
            }
        });
        List<InspectedImage> images = IntStream.range(0, units.size())
                .mapToObj(i -> Optional.ofNullable(inspected.get(i)))
                .flatMap(Optional::stream)
                .toList();
        images.forEach(image -> refuseErrors(image.findings()));
        return images;
    }

    private void refuseErrors(List<Finding> findings) {
        Optional<Finding> error = firstError(findings);
        if (plan.onError() == ErrorPolicy.FAIL && error.isPresent()) {
            throw new InputException("%s. Correct it, or list all that is wrong with --on-error skip."
                    .formatted(error.get().text()));
        }
    }

    private static Optional<Finding> firstError(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst();
    }
}
