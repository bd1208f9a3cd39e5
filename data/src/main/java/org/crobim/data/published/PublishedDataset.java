package org.crobim.data.published;

import java.nio.file.Path;
import org.crobim.data.ReferringDataset;
import org.crobim.data.refsegrs.RefSegRsDataset;
import org.crobim.data.risbench.RisBenchPackaging;
import org.crobim.data.rrsisd.RrsisdDataset;

/** A referring data set with fixed splits and files in fixed places below one folder. */
public enum PublishedDataset {
    /** RISBench in any of its packagings, and whatever is built in its layout. */
    RISBENCH("img_rgb, mask and output_phrase_{split}.txt", RisBenchPackaging::open),
    /** RRSIS-D. */
    RRSISD("rrsisd/refs(unc).p, rrsisd/instances.json and images/rrsisd/JPEGImages", RrsisdDataset::open),
    /** RefSegRS. */
    REFSEGRS("images, masks and output_phrase_{split}.txt", RefSegRsDataset::open);

    private final String content;
    private final Opening opening;

    PublishedDataset(String content, Opening opening) {
        this.content = content;
        this.opening = opening;
    }

    /** Opens one split. */
    @FunctionalInterface
    private interface Opening {
        ReferringDataset open(Path root, String split);
    }

    /** What its folder holds, for help texts. */
    public String content() {
        return content;
    }

    /**
     * Opens a split.
     *
     * @param root folder that holds {@link #content()}
     * @param split train, val or test
     * @throws org.crobim.core.error.InputException if files are missing, with what to download and where it must lie
     */
    public ReferringDataset open(Path root, String split) {
        return opening.open(root, split);
    }
}
