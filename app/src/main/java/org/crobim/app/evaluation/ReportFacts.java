package org.crobim.app.evaluation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.crobim.app.console.BuildVersion;
import org.crobim.train.report.ReportOrigin;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a report says about its making.
 *
 * @param weights the file
 * @param notes what is written down in it: licence, data, recipe
 * @param data what the user asked for
 */
public record ReportFacts(Path weights, Map<String, String> notes, Map<String, String> data) {
    /** The origin of a report, with the command as the user typed it. */
    public ReportOrigin origin(CommandSpec command, Clock clock) {
        Map<String, String> facts = new LinkedHashMap<>(data);
        facts.put("weights", weights.toString());
        notes.forEach((key, value) -> facts.put("weights, " + key, value));
        facts.put("program", BuildVersion.text());
        String typed = command.root().commandLine().getParseResult().originalArgs().stream()
                .map(ReportFacts::quoted)
                .collect(Collectors.joining(" "));
        return new ReportOrigin(command.root().name() + " " + typed, clock.instant(), facts);
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=,@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
