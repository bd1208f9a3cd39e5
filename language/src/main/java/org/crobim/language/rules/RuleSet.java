package org.crobim.language.rules;

/** The named rules by which a benchmark's sentences are true ({@code --rules}). */
public enum RuleSet {
    /** What is true, and of one object alone, under the two published sets both. */
    STRICT(new JointRules(VrsBenchRules.PUBLISHED, AerialDRules.PUBLISHED)),
    /** The extraction rules of VRSBench, from which RISBench took its sentences. */
    VRSBENCH(VrsBenchRules.PUBLISHED),
    /** The rules of Aerial-D. */
    AERIAL_D(AerialDRules.PUBLISHED);

    private final Rules rules;

    RuleSet(Rules rules) {
        this.rules = rules;
    }

    /** The rules of this name. */
    public Rules rules() {
        return rules;
    }
}
