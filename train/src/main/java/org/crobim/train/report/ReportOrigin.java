package org.crobim.train.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the figures of a report come from: whoever reads it must be able to repeat it.
 *
 * @param command the command line that was typed
 * @param time when it ran
 * @param facts further lines such as data folder, weights, code version, in the order to be shown
 */
public record ReportOrigin(String command, Instant time, Map<String, String> facts) {
    /** Copies the map. */
    public ReportOrigin {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
