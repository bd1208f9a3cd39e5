package org.crobim.train.metrics;

import java.util.Locale;
import java.util.Optional;
import org.crobim.data.ReferringSample;
import org.crobim.language.CategoryMention;
import org.crobim.language.ObjectCategory;

/**
 * What the breakdowns group a sample by.
 *
 * @param imageId samples of one image share it; the bootstrap draws whole images
 * @param category class name as in the report, see {@link #categoryOf}; {@link #UNKNOWN} where there is none
 * @param stratum what the sentence rests on, in lower case, {@link #UNKNOWN} where the data set tells none
 */
public record SampleTags(String imageId, String category, String stratum) {
    /** Group of samples without the tag. */
    public static final String UNKNOWN = "unknown";

    /** The tags that a data set gives. */
    public static SampleTags of(ReferringSample sample) {
        return new SampleTags(
                sample.imageId(),
                categoryOf(sample).map(ObjectCategory::canonicalName).orElse(UNKNOWN),
                sample.stratum()
                        .map(stratum -> stratum.name().toLowerCase(Locale.ROOT))
                        .orElse(UNKNOWN));
    }

    /**
     * The class of a sample: as the data set tells, else the first class word in its sentence.
     *
     * <p>RISBench and RefSegRS tell no class; published per-class tables search the sentence as well, each by a rule of its own.
     */
    public static Optional<ObjectCategory> categoryOf(ReferringSample sample) {
        return sample.category().or(() -> CategoryMention.find(sample.text()));
    }

    /** Tags of a sample of which only the image is known. */
    public static SampleTags ofImage(String imageId) {
        return new SampleTags(imageId, UNKNOWN, UNKNOWN);
    }
}
