package org.crobim.data.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import org.crobim.core.error.InputException;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.likeness.ImageFingerprint;

/** Decodes one image and its masks, once each, and says what is wrong with them. */
final class ImageInspection {
    private final ImageUnit unit;
    private final SentenceInspection sentences;
    private final List<Finding> findings = new ArrayList<>();

    private ImageInspection(ImageUnit unit, SentenceInspection sentences) {
        this.unit = unit;
        this.sentences = sentences;
    }

    static InspectedImage inspect(ImageUnit unit, SentenceInspection sentences) {
        return new ImageInspection(unit, sentences).run();
    }

    private InspectedImage run() {
        Optional<RgbImage> image = readImage();
        List<OptionalLong> masks = new ArrayList<>();
        for (ListedSample sample : unit.samples()) {
            masks.add(mask(sample, image));
            findings.addAll(sentences.inspect(sample, unit.listing().scene(sample)));
        }
        return new InspectedImage(unit, image.map(ImageFingerprint::of), List.copyOf(masks), List.copyOf(findings));
    }

    private Optional<RgbImage> readImage() {
        ListedSample first = unit.first();
        if (isMissing(unit.imageFile())) {
            add(first, FindingKind.MISSING_IMAGE, unit.place(), "no such image, %s needs it".formatted(users()));
            return Optional.empty();
        }
        try {
            return Optional.of(unit.listing().readImage(first));
        } catch (InputException e) {
            add(first, FindingKind.UNREADABLE_IMAGE, unit.place(), unit.place().withoutPlace(e));
            return Optional.empty();
        }
    }

    private String users() {
        int others = unit.samples().size() - 1;
        String first = unit.first().place().text();
        return others == 0 ? first : "%s and %d more".formatted(first, others);
    }

    private OptionalLong mask(ListedSample sample, Optional<RgbImage> image) {
        Optional<Path> file = unit.listing().maskFile(sample);
        Place place = file.map(Place::of).orElseGet(sample::place);
        if (isMissing(file)) {
            add(
                    sample,
                    FindingKind.MISSING_MASK,
                    place,
                    "no such mask, %s needs it".formatted(sample.place().text()));
            return OptionalLong.empty();
        }
        try {
            Mask mask = unit.listing().readMask(sample);
            long area = mask.area();
            compareSizes(sample, mask, image, place);
            judge(sample, mask, area, place);
            return OptionalLong.of(checksum(mask, area));
        } catch (InputException e) {
            add(sample, FindingKind.UNREADABLE_MASK, place, place.withoutPlace(e));
            return OptionalLong.empty();
        }
    }

    private void compareSizes(ListedSample sample, Mask mask, Optional<RgbImage> image, Place place) {
        if (image.isPresent()
                && (mask.width() != image.get().width()
                        || mask.height() != image.get().height())) {
            add(
                    sample,
                    FindingKind.SIZE_MISMATCH,
                    place,
                    "%d x %d pixels, but its image %s has %d x %d"
                            .formatted(
                                    mask.width(),
                                    mask.height(),
                                    unit.place().text(),
                                    image.get().width(),
                                    image.get().height()));
        }
    }

    private void judge(ListedSample sample, Mask mask, long area, Place place) {
        if (area == 0 && !sample.absent()) {
            add(sample, FindingKind.EMPTY_MASK, place, "no pixel is set for \"%s\"".formatted(sample.sentence()));
        }
        if (area == (long) mask.width() * mask.height()) {
            add(
                    sample,
                    FindingKind.FULL_MASK,
                    place,
                    "all %d x %d pixels are set for \"%s\"".formatted(mask.width(), mask.height(), sample.sentence()));
        }
    }

    private void add(ListedSample sample, FindingKind kind, Place place, String message) {
        findings.add(Finding.about(sample, kind, place, message));
    }

    private static boolean isMissing(Optional<Path> file) {
        return file.isPresent() && !Files.exists(file.get());
    }

    private static long checksum(Mask mask, long area) {
        CRC32C checksum = new CRC32C();
        checksum.update(mask.pixels());
        return area << Integer.SIZE | checksum.getValue();
    }
}
