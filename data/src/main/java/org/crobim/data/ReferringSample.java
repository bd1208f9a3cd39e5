package org.crobim.data;

import java.util.Objects;
import java.util.Optional;
import org.crobim.language.ObjectCategory;
import org.crobim.language.ReferringExpression;
import org.crobim.language.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation sample: an image, a sentence, and what the data set tells about the sentence. Immutable.
 *
 * <p>Generated sentences come with class and stratum, RRSIS-D tells the class alone, RISBench and RefSegRS neither.
 */
public final class ReferringSample {
    private final String id;
    private final String imageId;
    private final String text;
    private final @Nullable ObjectCategory category;
    private final @Nullable Stratum stratum;

    private ReferringSample(
            String id, String imageId, String text, @Nullable ObjectCategory category, @Nullable Stratum stratum) {
        this.id = id;
        this.imageId = imageId;
        this.text = text;
        this.category = category;
        this.stratum = stratum;
    }

    /** A sample with a generated sentence, class and stratum known. */
    public static ReferringSample of(String id, String imageId, ReferringExpression expression) {
        return new ReferringSample(id, imageId, expression.text(), expression.category(), expression.stratum());
    }

    /** A sample of which only the sentence is known. */
    public static ReferringSample ofText(String id, String imageId, String text) {
        return new ReferringSample(id, imageId, text, null, null);
    }

    /** A sample whose data set tells the class beside the sentence. */
    public static ReferringSample ofText(String id, String imageId, String text, ObjectCategory category) {
        return new ReferringSample(id, imageId, text, category, null);
    }

    /** Unique within the data set. */
    public String id() {
        return id;
    }

    /** Samples of one image share it, so that the image is encoded once. */
    public String imageId() {
        return imageId;
    }

    /** The sentence as in the data set. */
    public String text() {
        return text;
    }

    /** Class that the sentence speaks of, empty where the data set does not tell. */
    public Optional<ObjectCategory> category() {
        return Optional.ofNullable(category);
    }

    /** What the sentence rests on, empty where the data set does not tell. */
    public Optional<Stratum> stratum() {
        return Optional.ofNullable(stratum);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReferringSample sample
                && id.equals(sample.id)
                && imageId.equals(sample.imageId)
                && text.equals(sample.text)
                && category == sample.category
                && stratum == sample.stratum;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, imageId, text, category, stratum);
    }

    @Override
    public String toString() {
        return "ReferringSample[%s of %s: \"%s\"]".formatted(id, imageId, text);
    }
}
