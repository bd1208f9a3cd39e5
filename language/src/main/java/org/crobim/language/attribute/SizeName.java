package org.crobim.language.attribute;

/** Size in the image, judged by what is usual for the class. */
public enum SizeName implements Attribute {
    SMALL,
    LARGE
}
