package org.crobim.language;

import java.util.OptionalInt;

/**
 * A sentence and the one object that it names.
 *
 * @param text the sentence as a user would type it
 * @param target id of the {@link SceneObject} it names; empty when nothing in the scene fits
 * @param category class that the sentence speaks of
 * @param stratum what the sentence rests on
 */
public record ReferringExpression(String text, OptionalInt target, ObjectCategory category, Stratum stratum) {}
