package org.crobim.data.sentence;

import java.util.OptionalInt;
import org.crobim.language.SceneLayout;

/**
 * What a sentence is about, where every object of the image is annotated.
 *
 * @param layout all objects
 * @param target id of the object that the sentence is to name; empty if it is to name nothing
 */
public record KnownScene(SceneLayout layout, OptionalInt target) {}
