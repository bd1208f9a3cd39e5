package org.crobim.language.attribute;

/** A named property of an object by itself. */
public sealed interface Attribute permits ColourName, ShapeName, SizeName, OrientationName {}
