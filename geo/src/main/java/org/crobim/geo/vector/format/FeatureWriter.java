package org.crobim.geo.vector.format;

import java.nio.file.Path;
import org.crobim.core.error.OutputException;
import org.crobim.core.error.UsageException;
import org.crobim.geo.vector.FeatureSet;

/** Writes features as one file. */
public interface FeatureWriter {
    /**
     * Writes a file that appears complete or not at all.
     *
     * @param target the file to create or replace
     * @param features may be empty
     * @param overwrite whether an existing file may be replaced
     * @throws UsageException if the file exists and may not be replaced
     * @throws OutputException if it cannot be written
     */
    void write(Path target, FeatureSet features, boolean overwrite);

    /** Writes a new file. */
    default void write(Path target, FeatureSet features) {
        write(target, features, false);
    }
}
