package org.crobim.train.comparison.page;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crobim.core.image.Overlay;
import org.crobim.core.image.OverlayStyle;
import org.crobim.core.image.Resampling;
import org.crobim.core.image.RgbImage;
import org.crobim.core.mask.Mask;
import org.crobim.data.ReferringDataset;
import org.crobim.data.ReferringSample;
import org.crobim.train.comparison.SheetSelection;
import org.crobim.train.report.HtmlPage;
import org.crobim.train.report.InlinePicture;

/**
 * Pictures as in the papers: a row a sample, with image, sentence, truth and a column for each model.
 *
 * <p>It shows images of the data set, so it may be kept where these may be kept.
 */
public final class QualitativeSheet {
    private static final int SIDE_PIXELS = 220;

    private final ReferringDataset dataset;
    private final Map<String, ReferringSample> samples;
    private final Map<String, Map<String, Mask>> answers;

    /**
     * @param dataset of the samples
     * @param answers masks at native size, by model and then by id of the sample
     */
    public QualitativeSheet(ReferringDataset dataset, Map<String, Map<String, Mask>> answers) {
        this.dataset = dataset;
        this.answers = new LinkedHashMap<>(answers);
        samples = dataset.samples().stream().collect(Collectors.toMap(ReferringSample::id, sample -> sample));
    }

    /**
     * The page; it needs no other file.
     *
     * @param title headline
     * @param groups in their order; every sample in them has an answer of every model
     */
    public String page(String title, List<SheetSelection.Group> groups) {
        return HtmlPage.render(
                title,
                p("Green: the truth. Magenta: what a model found; the figure is its intersection over union. Samples were"
                                + " chosen by rule, as the headings say.")
                        .withClass("lead"),
                each(groups, this::group));
    }

    private DomContent group(SheetSelection.Group group) {
        List<String> heads = new ArrayList<>(List.of("image", "truth"));
        heads.addAll(answers.keySet());
        return section(
                h2(group.title()),
                section(table(
                        thead(tr(th("sentence"), each(heads, head -> th(head)))),
                        tbody(each(group.samples(), this::row)))));
    }

    private DomContent row(SheetSelection.Candidate candidate) {
        ReferringSample sample = found(samples, candidate.id());
        RgbImage image = dataset.readImage(sample);
        Stream<DomContent> pictures = answers.entrySet().stream()
                .map(model -> td(
                        picture(painted(image, found(model.getValue(), candidate.id()), OverlayStyle.MAGENTA)),
                        span(String.format(
                                        Locale.ROOT,
                                        "%.1f %%",
                                        100 * candidate.scores().getOrDefault(model.getKey(), 0.0)))
                                .withClass("interval")));
        return tr(
                td(sample.text()),
                td(picture(small(image))),
                td(picture(painted(image, dataset.readMask(sample), OverlayStyle.GREEN))),
                each(pictures));
    }

    private static <T> T found(Map<String, T> values, String id) {
        return Optional.ofNullable(values.get(id))
                .orElseThrow(() -> new IllegalArgumentException("nothing is known of sample " + id));
    }

    private static DomContent picture(RgbImage picture) {
        return img().withSrc(InlinePicture.ofImage(picture)).withAlt("");
    }

    private static RgbImage painted(RgbImage image, Mask mask, OverlayStyle style) {
        RgbImage small = small(image);
        return Overlay.paint(small, Resampling.nearest(mask, small.width(), small.height()), style);
    }

    private static RgbImage small(RgbImage image) {
        double scale = Math.min(1, (double) SIDE_PIXELS / Math.max(image.width(), image.height()));
        return Resampling.bilinear(image, Math.max(1, (int) Math.round(scale * image.width())), Math.max(1, (int)
                Math.round(scale * image.height())));
    }
}
