package org.crobim.data.risbench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.crobim.data.ReferringDataset;
import org.crobim.data.refer.ReferDataset;
import org.crobim.data.refer.ReferLayout;
import org.crobim.data.refer.SentenceField;

/** The forms in which RISBench is passed on; all have the images in {@code img_rgb}. */
public enum RisBenchPackaging {
    /** Masks as images and phrase lists: the published form. */
    PHRASE_LISTS {
        @Override
        ReferringDataset openSplit(Path root, String split) {
            return RisBenchDataset.open(root, split);
        }
    },
    /** {@code risbench/refs(unc).p} and {@code risbench/instances.json}. */
    REFER {
        @Override
        ReferringDataset openSplit(Path root, String split) {
            Path annotations = root.resolve(REFER_FOLDER);
            ReferLayout layout = new ReferLayout(
                    "RISBench",
                    annotations.resolve(REFERENCES),
                    annotations.resolve("instances.json"),
                    RisBenchFolder.find(root).images(),
                    0);
            return ReferDataset.open(layout, split, SentenceField.WHOLE);
        }
    },
    /** {@code <split>.jsonl} with sentences and run lengths. */
    JSON_LINES {
        @Override
        ReferringDataset openSplit(Path root, String split) {
            return RisBenchLinesDataset.open(
                    jsonLines(root, split), RisBenchFolder.find(root).images());
        }
    };

    private static final String REFER_FOLDER = "risbench";
    private static final String REFERENCES = "refs(unc).p";

    /**
     * Opens a split in the form that lies in the folder: JSON lines or a REFER list where they are there, otherwise phrase lists.
     *
     * @throws org.crobim.core.error.InputException if files are missing or damaged, with what to download
     */
    public static ReferringDataset open(Path root, String split) {
        return of(root, split).openSplit(root, split);
    }

    /** The form in which a split lies in a folder. */
    public static RisBenchPackaging of(Path root, String split) {
        if (Files.isRegularFile(jsonLines(root, split))) {
            return JSON_LINES;
        }
        return Files.isRegularFile(root.resolve(REFER_FOLDER).resolve(REFERENCES)) ? REFER : PHRASE_LISTS;
    }

    abstract ReferringDataset openSplit(Path root, String split);

    private static Path jsonLines(Path root, String split) {
        return root.resolve("%s.jsonl".formatted(split));
    }
}
