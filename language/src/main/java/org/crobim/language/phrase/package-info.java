/**
 * From a meaning to English: word pools for each claim, sentence frames around them, and the words all of this can produce.
 *
 * <p>Three registers are imitated, after the phrasing of the published data sets: full sentences (RISBench: "The small vehicle is
 * located near the bottom left corner of the image."), short noun phrases (RRSIS-D: "A ship at the bottom") and key words as
 * people type them ("leftmost plane").
 */
@NullMarked
package org.crobim.language.phrase;

import org.jspecify.annotations.NullMarked;
