package org.crobim.model.weights.convert;

import java.util.Set;

/**
 * The weights among what a training saved: the dict {@code state_dict}, else {@code model}, else the tensors at the root; then
 * without the {@code module.} of data-parallel training. Optimizer and other nested values are left out.
 */
final class StateSelection {
    private StateSelection() {}

    /** The rule for a file with these names, where nested dicts are separated by slashes. */
    static NameRule rule(Set<String> names) {
        for (String dict : new String[] {"state_dict/", "model/"}) {
            if (names.stream().anyMatch(name -> name.startsWith(dict))) {
                return NameRule.only(dict).then(NameRule.leaveOut(".*/.*")).then(NameRule.strip("module."));
            }
        }
        return NameRule.leaveOut(".*/.*").then(NameRule.strip("module."));
    }
}
