package org.crobim.language.attribute;

import java.util.EnumSet;
import java.util.Set;

/** Colours that people name in aerial images. */
public enum ColourName implements Attribute {
    WHITE,
    GRAY,
    BLACK,
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    BLUE,
    PURPLE,
    BROWN;

    /** Colours that people may call by this name too, for which nobody would swear that they are different; not this one. */
    public Set<ColourName> confusable() {
        return switch (this) {
            case WHITE, BLACK -> EnumSet.of(GRAY);
            case GRAY -> EnumSet.of(WHITE, BLACK);
            case RED -> EnumSet.of(ORANGE, BROWN, PURPLE);
            case ORANGE -> EnumSet.of(RED, YELLOW, BROWN);
            case YELLOW -> EnumSet.of(ORANGE, BROWN);
            case GREEN -> EnumSet.of(BLUE, YELLOW);
            case BLUE -> EnumSet.of(GREEN, PURPLE);
            case PURPLE -> EnumSet.of(BLUE, RED);
            case BROWN -> EnumSet.of(RED, ORANGE, YELLOW);
        };
    }
}
