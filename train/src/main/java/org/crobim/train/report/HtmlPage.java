package org.crobim.train.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.document;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The frame of every page that we write: heading and style sheet inside, so that it needs no file beside it. */
public final class HtmlPage {
    private static final String STYLE_SHEET = "report.css";

    private HtmlPage() {}

    /**
     * The whole page.
     *
     * @param heading title and first heading
     * @param content below the heading, in reading order
     */
    public static String render(String heading, DomContent... content) {
        return document(html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                title(heading),
                                style(styleSheet()).withType("text/css")),
                        body(main(h1(heading)).with(content)))
                .attr("lang", "en"));
    }

    private static DomContent styleSheet() {
        try (InputStream stream = HtmlPage.class.getResourceAsStream(STYLE_SHEET)) {
            if (stream == null) {
                throw new IllegalStateException(STYLE_SHEET + " is missing from the class path");
            }
            return rawHtml(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(STYLE_SHEET + " cannot be read from the class path", e);
        }
    }
}
