package org.crobim.data.refer;

/**
 * A sentence, twice.
 *
 * @param id number in its data set
 * @param raw as the annotator wrote it; what official loaders read
 * @param sent tidied up; in RRSIS-D the same
 */
public record ReferenceSentence(long id, String raw, String sent) {}
