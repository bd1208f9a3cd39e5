package org.crobim.app.dataset;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;

import j2html.tags.DomContent;
import java.util.List;
import org.crobim.train.report.HtmlPage;
import org.crobim.train.report.InlinePicture;

/** Samples as a page: pictures with their sentences as text, so that a browser can search them. */
final class ViewPage {
    private ViewPage() {}

    static String render(String heading, List<ViewedSample> samples) {
        return HtmlPage.render(
                heading,
                p("%d samples, drawn at random. The mask is painted in magenta; small targets are framed."
                                .formatted(samples.size()))
                        .withClass("lead"),
                div(each(samples, ViewPage::shown)).withClass("gallery"));
    }

    private static DomContent shown(ViewedSample sample) {
        String sentence = sample.sample().sentence();
        return figure(
                img().withSrc(InlinePicture.ofImage(sample.picture())).withAlt(sentence),
                figcaption(
                        span("\u201c" + sentence + "\u201d").withClass("sentence"),
                        span(sample.facts()).withClass("facts")));
    }
}
