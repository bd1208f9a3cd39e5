package org.crobim.language.claim;

import org.crobim.language.Stratum;
import org.crobim.language.attribute.Attribute;
import org.crobim.language.rules.AttributeRules;

/**
 * The object by itself has a property: "the white plane", "the round tank", "the small ship", "the horizontal bridge".
 *
 * @param attribute the property
 */
public record Has(Attribute attribute) implements Claim {
    @Override
    public Candidates narrow(Candidates before, Scene scene) {
        return before.filter(object -> AttributeRules.judge(attribute, object, scene.frame()));
    }

    @Override
    public Stratum stratum() {
        return Stratum.ATTRIBUTE;
    }
}
