package org.crobim.train.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.crobim.core.image.ImageFiles;
import org.crobim.core.image.RgbImage;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** Pictures as data addresses, so that a page needs no file beside it. */
public final class InlinePicture {
    private InlinePicture() {}

    /** A chart, without loss. */
    static String ofChart(Chart<?, ?> chart) {
        try {
            return "data:image/png;base64,"
                    + encoded(BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG));
        } catch (IOException e) {
            throw new UncheckedIOException("A chart could not be encoded in memory", e);
        }
    }

    /** A photograph, as JPEG: dozens of them stand on one page. */
    public static String ofImage(RgbImage image) {
        BufferedImage buffered = ImageFiles.toBufferedImage(image);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(buffered, "jpeg", bytes)) {
                throw new IllegalStateException("This Java has no JPEG encoder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be encoded in memory", e);
        }
        return "data:image/jpeg;base64," + encoded(bytes.toByteArray());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
