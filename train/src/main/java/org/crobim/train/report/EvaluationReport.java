package org.crobim.train.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.file.Path;
import java.util.List;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.core.file.AtomicFile;
import org.crobim.train.evaluation.ControlReport;
import org.crobim.train.evaluation.EvaluationSummary;

/**
 * The folder that an evaluation leaves.
 *
 * <pre>
 * index.html       tables, curves, best and worst cases; needs no other file
 * evaluation.json  every figure, as crobim evaluate --json prints it
 * samples.jsonl    every sample, one JSON object a line
 * </pre>
 */
public final class EvaluationReport {
    private static final String PAGE = "index.html";
    private static final String FIGURES = "evaluation.json";
    private static final String SAMPLES = "samples.jsonl";
    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final boolean overwrite;

    private EvaluationReport(Path folder, boolean overwrite) {
        this.folder = folder;
        this.overwrite = overwrite;
    }

    /**
     * Checks that a report may be written, before the evaluation begins.
     *
     * @param folder created when the report is written
     * @param overwrite whether an earlier report in the folder may be replaced
     * @throws UsageException if the folder holds a report that may not be replaced
     * @throws OutputException if one of the files is a folder
     */
    public static EvaluationReport in(Path folder, boolean overwrite) {
        for (String file : List.of(PAGE, FIGURES, SAMPLES)) {
            AtomicFile.requireWritableTarget(folder.resolve(file), overwrite);
        }
        return new EvaluationReport(folder, overwrite);
    }

    /**
     * Writes the three files, the page last.
     *
     * @param summary every figure
     * @param report the samples behind it
     * @param gallery cases with pictures
     * @param origin what to type to get the same again
     * @return the page
     * @throws OutputException if the folder cannot be written
     */
    public Path write(EvaluationSummary summary, ControlReport report, CaseGallery gallery, ReportOrigin origin) {
        AtomicFile.writeString(folder.resolve(SAMPLES), overwrite, SampleLines.of(report));
        AtomicFile.writeString(folder.resolve(FIGURES), overwrite, json(summary));
        Path page = folder.resolve(PAGE);
        AtomicFile.writeString(page, overwrite, new ReportPage(summary, report, gallery, origin).render());
        return page;
    }

    private static String json(EvaluationSummary summary) {
        try {
            return JSON.writeValueAsString(summary) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The figures have no JSON form", e);
        }
    }
}
