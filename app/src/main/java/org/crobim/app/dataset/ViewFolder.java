package org.crobim.app.dataset;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.crobim.app.output.StagedFolder;
import org.crobim.core.error.InputException;
import org.crobim.core.image.ContactSheet;
import org.crobim.core.image.ImageFiles;

/**
 * The folder in which a data set is looked at.
 *
 * <pre>
 * sheet-1.png ...   contact sheets
 * index.html        the same samples as a page, where that is asked for; needs no other file
 * </pre>
 */
public final class ViewFolder implements AutoCloseable {
    private static final String PAGE = "index.html";
    private static final Pattern OWN_NAMES = Pattern.compile("sheet-\\d+\\.png|index\\.html");
    /** Rows of a sheet: more would be too high for viewers and too small on a screen. */
    private static final int ROWS = 6;

    private final StagedFolder folder;
    private final Style style;
    private final List<ViewedSample> samples = new ArrayList<>();
    private int sheets;

    private ViewFolder(StagedFolder folder, Style style) {
        this.folder = folder;
        this.style = style;
    }

    /**
     * How samples are shown.
     *
     * @param columns of a sheet, at least 1
     * @param longSidePixels of a picture, at least 16; larger images are scaled down
     * @param page whether a page is written too
     */
    public record Style(int columns, int longSidePixels, boolean page) {}

    /** Checks the folder before any work; errors as {@link StagedFolder#prepare}. */
    public static ViewFolder prepare(Path folder, boolean overwrite, Style style) {
        return new ViewFolder(StagedFolder.prepare(folder, OWN_NAMES, overwrite), style);
    }

    /**
     * Adds the next sample.
     *
     * @throws InputException if image or mask cannot be used; nothing is added
     */
    public void add(SampleDraw drawn) {
        samples.add(ViewedSample.of(drawn.listing(), drawn.sample(), style.longSidePixels));
        boolean full = samples.size() - ROWS * style.columns * sheets == ROWS * style.columns;
        if (full) {
            writeSheet();
        }
    }

    /**
     * Moves everything into place, the page last.
     *
     * @param heading of the page
     * @return how many sheets there are
     * @throws InputException if no sample was added
     */
    public int publish(String heading) {
        if (samples.isEmpty()) {
            throw new InputException(
                    "%s: no sample can be shown. \"crobim dataset check\" says why.".formatted(heading));
        }
        if (samples.size() > ROWS * style.columns * sheets) {
            writeSheet();
        }
        if (style.page) {
            folder.write(PAGE, ViewPage.render(heading, samples).getBytes(StandardCharsets.UTF_8));
        }
        folder.publish();
        return sheets;
    }

    private void writeSheet() {
        List<ContactSheet.Entry> entries = samples.subList(ROWS * style.columns * sheets, samples.size()).stream()
                .map(ViewedSample::entry)
                .toList();
        sheets++;
        folder.write(
                "sheet-%d.png".formatted(sheets), ImageFiles.encodePng(ContactSheet.arrange(entries, style.columns)));
    }

    /** Number of samples added. */
    public int shown() {
        return samples.size();
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        folder.close();
    }
}
