package org.crobim.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.crobim.app.console.BuildVersion;
import org.crobim.app.console.Console;
import org.crobim.app.console.ConsoleOptions;
import org.crobim.app.console.WeightsOption;
import org.crobim.app.doctor.Finding;
import org.crobim.app.doctor.MachineExamination;
import org.crobim.app.doctor.WeightsExamination;
import org.crobim.core.error.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether this machine can run the other commands, and what to do when not. */
@Command(
        name = "doctor",
        description = "Checks Java, memory, the native library, threads, devices and weights.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  crobim doctor",
            "  crobim doctor --json",
            "  crobim doctor --weights runs/mine/checkpoints/best.safetensors",
            "",
            "Exit codes: 0 all is well (warnings included), 1 the machine lacks something, 4 the weights do not fit."
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ConsoleOptions options;

    @Mixin
    private WeightsOption weights;

    /**
     * The object that {@code --json} prints.
     *
     * @param version of the application
     * @param healthy whether nothing has failed
     * @param findings one entry a subject
     */
    record Report(String version, boolean healthy, List<Line> findings) {}

    /**
     * A finding as a program reads it.
     *
     * @param subject what was looked at
     * @param verdict ok, warning or failed
     * @param observation what was seen
     * @param advice what to do, may be empty
     */
    record Line(String subject, String verdict, String observation, String advice) {
        static Line of(Finding finding) {
            return new Line(
                    finding.subject(),
                    finding.verdict().name().toLowerCase(Locale.ROOT),
                    finding.observation(),
                    finding.advice());
        }
    }

    @Override
    public Integer call() {
        Console console = options.console(command);
        List<Finding> findings = new ArrayList<>(new MachineExamination(System.getenv()).findings());
        boolean engineWorks = findings.stream().noneMatch(finding -> finding.verdict() == Finding.Verdict.FAILED);
        if (engineWorks) {
            findings.add(WeightsExamination.examine(weights::file));
        }
        findings.forEach(finding -> print(console, finding));
        ExitCode code = findings.stream()
                .map(Finding::exitCode)
                .filter(c -> c != ExitCode.DONE)
                .findFirst()
                .orElse(ExitCode.DONE);
        console.object(new Report(
                BuildVersion.text(),
                code == ExitCode.DONE,
                findings.stream().map(Line::of).toList()));
        return code.value();
    }

    private static void print(Console console, Finding finding) {
        String verdict = finding.verdict().name().toLowerCase(Locale.ROOT);
        console.line("%-8s %-15s %s".formatted(verdict, finding.subject(), finding.observation()));
        if (!finding.advice().isEmpty()) {
            console.line("%-8s %-15s -> %s".formatted("", "", finding.advice()));
        }
    }
}
