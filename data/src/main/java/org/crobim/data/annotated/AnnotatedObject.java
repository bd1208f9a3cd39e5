package org.crobim.data.annotated;

import org.crobim.language.ObjectCategory;

/**
 * One object of a scene.
 *
 * @param id unique in its scene
 * @param category class, in our naming
 * @param sourceClass class as the data set spells it ("small-vehicle"), which may tell more than the category
 * @param shape where it lies
 * @param difficult whether the annotators marked it as hard to recognise
 */
public record AnnotatedObject(
        int id, ObjectCategory category, String sourceClass, ObjectShape shape, boolean difficult) {}
