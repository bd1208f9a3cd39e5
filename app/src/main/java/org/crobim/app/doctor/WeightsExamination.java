package org.crobim.app.doctor;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.crobim.core.error.CrobimException;
import org.crobim.core.error.WeightsException;
import org.crobim.model.referring.ReferringModel;
import org.crobim.model.zoo.Networks;

/** Looks at a weights file: whether it opens, fits its own description, and may be used for what. */
public final class WeightsExamination {
    private static final String SUBJECT = "weights";
    /** Name under which training and the model card write the licence down. */
    private static final String LICENCE_NOTE = "licence";

    private WeightsExamination() {}

    /**
     * Loads the network once; needs the native library.
     *
     * @param weights names the file, or throws {@link WeightsException} when there is none
     */
    public static Finding examine(Supplier<Path> weights) {
        try {
            Path file = weights.get();
            try (ReferringModel model = Networks.load(file)) {
                return Finding.ok(
                        SUBJECT,
                        "%s: %s, %.1f M parameters, input %d x %d, %d word pieces, presence threshold %.2f, licence: %s"
                                .formatted(
                                        file,
                                        model.configuration().preset(),
                                        model.network().parameterCount() / 1e6,
                                        model.configuration().inputSide(),
                                        model.configuration().inputSide(),
                                        model.vocabulary().size(),
                                        model.presenceThreshold(),
                                        model.note(LICENCE_NOTE).orElse("not noted in the file")));
            }
        } catch (CrobimException e) {
            return Finding.failed(
                    SUBJECT,
                    String.valueOf(e.getMessage()),
                    "Without weights only train and bench work.",
                    e.exitCode());
        }
    }
}
