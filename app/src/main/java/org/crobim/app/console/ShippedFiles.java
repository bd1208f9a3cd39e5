package org.crobim.app.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.crobim.core.error.WeightsException;

/** Files that come with the program, found through the folder that the launcher names. */
public final class ShippedFiles {
    /** System property with the folder of the launcher. */
    public static final String HOME_PROPERTY = "crobim.home";

    private static final String DEFAULT_WEIGHTS = "weights/crobim-default.safetensors";

    private static final String VHR10_SPLIT = "configs/vhr10-split.json";

    private ShippedFiles() {}

    /** The split of NWPU VHR-10; empty where the program was not started by its launcher or the file is gone. */
    public static Optional<Path> vhr10Split() {
        return Optional.ofNullable(System.getProperty(HOME_PROPERTY))
                .map(home -> Path.of(home).resolve(VHR10_SPLIT))
                .filter(Files::isRegularFile);
    }

    /**
     * The weights that are used when the user names none.
     *
     * @throws WeightsException if they are not there
     */
    public static Path defaultWeights() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home == null) {
            throw new WeightsException("the shipped weights are found through the launcher only."
                    + " Start with ./crobim, or name a file: --weights FILE");
        }
        Path file = Path.of(home).resolve(DEFAULT_WEIGHTS);
        if (!Files.isRegularFile(file)) {
            throw new WeightsException(
                    "%s: the shipped weights are missing. Restore the file from the repository, or name another: --weights FILE"
                            .formatted(file));
        }
        return file;
    }
}
