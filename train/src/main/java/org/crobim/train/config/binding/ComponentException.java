package org.crobim.train.config.binding;

/** A record component holds a value that its record does not allow; the reader adds file and line. */
public final class ComponentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String component;
    private final String problem;

    /**
     * @param component name of the record component
     * @param problem what is wrong, as a continuation of the name: "is 0, expected a number above 0"
     */
    public ComponentException(String component, String problem) {
        super(component + " " + problem);
        this.component = component;
        this.problem = problem;
    }

    String component() {
        return component;
    }

    String problem() {
        return problem;
    }
}
