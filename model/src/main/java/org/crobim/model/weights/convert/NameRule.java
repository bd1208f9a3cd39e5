package org.crobim.model.weights.convert;

import java.util.Optional;
import java.util.regex.Pattern;

/** What becomes of the name of a tensor. */
@FunctionalInterface
public interface NameRule {
    /**
     * The new name.
     *
     * @return empty if the tensor is left out
     */
    Optional<String> apply(String name);

    /** Every name as it is. */
    static NameRule same() {
        return Optional::of;
    }

    /** Takes a prefix away from the names that have it. */
    static NameRule strip(String prefix) {
        return name -> Optional.of(name.startsWith(prefix) ? name.substring(prefix.length()) : name);
    }

    /** Keeps the names with a prefix, without it, and leaves all others out. */
    static NameRule only(String prefix) {
        return name -> name.startsWith(prefix) ? Optional.of(name.substring(prefix.length())) : Optional.empty();
    }

    /**
     * Leaves names out.
     *
     * @param regex the whole name must match
     */
    static NameRule leaveOut(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return name -> pattern.matcher(name).matches() ? Optional.empty() : Optional.of(name);
    }

    /** Replaces the end of the names that have it. */
    static NameRule ending(String from, String to) {
        return name -> Optional.of(name.endsWith(from) ? name.substring(0, name.length() - from.length()) + to : name);
    }

    /** This rule, and then another on what is left. */
    default NameRule then(NameRule next) {
        return name -> apply(name).flatMap(next::apply);
    }
}
