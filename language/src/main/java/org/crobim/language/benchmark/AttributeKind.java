package org.crobim.language.benchmark;

import java.util.EnumSet;
import java.util.Set;
import org.crobim.language.attribute.Attribute;
import org.crobim.language.attribute.ColourName;
import org.crobim.language.attribute.ShapeName;
import org.crobim.language.attribute.SizeName;
import org.crobim.language.claim.Claim;
import org.crobim.language.claim.Description;
import org.crobim.language.claim.Extreme;
import org.crobim.language.claim.Has;
import org.crobim.language.claim.InRegion;
import org.crobim.language.claim.OfSize;
import org.crobim.language.claim.Ordinal;

/** The eight attributes of a referred object. RISBench counts eight without naming them to us; the names are our reading. */
public enum AttributeKind {
    CATEGORY,
    COLOUR,
    SHAPE,
    ABSOLUTE_SIZE,
    RELATIVE_SIZE,
    ABSOLUTE_POSITION,
    RELATIVE_POSITION,
    ORIENTATION;

    /** The attributes that a description speaks of; the class always. */
    public static Set<AttributeKind> of(Description description) {
        Set<AttributeKind> kinds = EnumSet.of(CATEGORY);
        description.claims().forEach(claim -> kinds.add(of(claim)));
        return kinds;
    }

    /** The attribute that one claim speaks of. */
    public static AttributeKind of(Claim claim) {
        if (claim instanceof Has has) {
            return of(has.attribute());
        }
        if (claim instanceof InRegion || claim instanceof Extreme) {
            return ABSOLUTE_POSITION;
        }
        if (claim instanceof OfSize) {
            return RELATIVE_SIZE;
        }
        return claim instanceof Ordinal ordinal ? of(ordinal.order()) : RELATIVE_POSITION;
    }

    private static AttributeKind of(Attribute attribute) {
        if (attribute instanceof ColourName) {
            return COLOUR;
        }
        if (attribute instanceof ShapeName) {
            return SHAPE;
        }
        return attribute instanceof SizeName ? ABSOLUTE_SIZE : ORIENTATION;
    }
}
