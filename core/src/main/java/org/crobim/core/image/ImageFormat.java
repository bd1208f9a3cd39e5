package org.crobim.core.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The image files we read, told apart by their first bytes and never by their name, each with the one decoder we trust for
 * it: which decoder ImageIO would pick depends on the class path.
 */
enum ImageFormat {
    PNG("com.sun.imageio.plugins.png.PNGImageReaderSpi", "\u0089PNG\r\n\u001a\n"),
    JPEG("com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi", "\u00ff\u00d8\u00ff"),
    TIFF("com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi", "II*\u0000", "MM\u0000*"),
    BIG_TIFF("com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi", "II+\u0000", "MM\u0000+"),
    BMP("com.sun.imageio.plugins.bmp.BMPImageReaderSpi", "BM"),
    GIF("com.sun.imageio.plugins.gif.GIFImageReaderSpi", "GIF87a", "GIF89a");

    /** Enough of a file to recognise it. */
    static final int SIGNATURE_LENGTH = 8;

    private final String provider;
    private final List<String> signatures;

    ImageFormat(String provider, String... signatures) {
        this.provider = provider;
        this.signatures = List.of(signatures);
    }

    /** The format of a file that begins with these bytes. */
    static Optional<ImageFormat> recognise(byte[] head) {
        return Stream.of(values()).filter(format -> format.matches(head)).findFirst();
    }

    private boolean matches(byte[] head) {
        return signatures.stream().anyMatch(signature -> startsWith(head, signature));
    }

    private static boolean startsWith(byte[] head, String signature) {
        if (head.length < signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if ((head[i] & 0xff) != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The decoder's factory as registered with ImageIO. */
    ImageReaderSpi decoder() {
        var factories = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
        while (factories.hasNext()) {
            ImageReaderSpi factory = factories.next();
            if (factory.getClass().getName().equals(provider)) {
                return factory;
            }
        }
        throw new IllegalStateException("%s decoder %s is not on the class path".formatted(this, provider));
    }
}
