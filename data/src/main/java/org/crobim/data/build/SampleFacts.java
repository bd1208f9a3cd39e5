package org.crobim.data.build;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.crobim.data.mix.PatchSentences;
import org.crobim.language.benchmark.BenchmarkStratum;

/**
 * What is known about a sample; one line of {@code samples.jsonl}, after its id, split and file name.
 *
 * @param sentence one line
 * @param category class in our naming
 * @param sourceClass class as the source spells it
 * @param attributes what the sentence says beside the class: kind of attribute to value
 * @param stratum what the sentence rests on
 * @param sizeGroup share of the patch that the target covers, in groups
 * @param maskOrigin how the mask was made: "outline", "pixels", "oriented box" or "box" as annotated, or the name of a mask source
 * @param areaPixels pixels of the mask
 * @param targetBox left, top, right, bottom edge of the mask, pixels of the patch
 * @param visibleFraction visible part over the whole target, (0, 1]
 * @param objectsOfClass objects of the target's class in the patch, itself among them
 * @param source where it comes from
 */
public record SampleFacts(
        String sentence,
        String category,
        String sourceClass,
        Map<String, String> attributes,
        String stratum,
        String sizeGroup,
        String maskOrigin,
        long areaPixels,
        List<Integer> targetBox,
        double visibleFraction,
        int objectsOfClass,
        Source source) {
    /** The same object, with another sentence. */
    SampleFacts saying(PatchSentences.Sentence other) {
        return new SampleFacts(
                other.text(),
                category,
                sourceClass,
                new TreeMap<>(other.attributes()),
                nameOf(other.stratum()),
                sizeGroup,
                maskOrigin,
                areaPixels,
                targetBox,
                visibleFraction,
                objectsOfClass,
                source);
    }

    /** A stratum as it stands in files. */
    static String nameOf(BenchmarkStratum stratum) {
        return stratum.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Where a sample comes from.
     *
     * @param dataset name of the source
     * @param scene id of the scene in the source
     * @param image file name of the source image
     * @param object id of the object in its scene
     * @param patchBox left, top, right, bottom edge of the patch, pixels of the source image
     * @param rules rule set by which the sentence is true
     */
    public record Source(String dataset, String scene, String image, int object, List<Double> patchBox, String rules) {}
}
