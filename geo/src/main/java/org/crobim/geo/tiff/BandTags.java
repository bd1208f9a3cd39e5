package org.crobim.geo.tiff;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the tags of a TIFF say of its bands: names, colours of a palette, the value of missing data. */
public final class BandTags {
    private static final int MOST_COLOURS = 3 << 16;

    private final TiffImage image;

    private BandTags(TiffImage image) {
        this.image = image;
    }

    /** The tags of an image. */
    public static BandTags of(TiffImage image) {
        return new BandTags(image);
    }

    /** The value that means missing data, as GDAL writes it; empty for none. Not a number means missing without saying so. */
    public OptionalDouble noData() {
        Optional<String> text = image.directory().text(TiffTag.GDAL_NODATA);
        try {
            return text.isPresent()
                    ? OptionalDouble.of(Double.parseDouble(text.get().strip()))
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            // "nan" in any spelling; any other word cannot be a value of a pixel either.
            return OptionalDouble.empty();
        }
    }

    /**
     * Red, green and blue of each index of a palette, 0..255.
     *
     * @return 3 values an index; empty where there is no palette
     */
    public byte[] palette() {
        int[] map = image.directory().integers(TiffTag.COLOR_MAP, MOST_COLOURS);
        int colours = map.length / 3;
        byte[] rgb = new byte[3 * colours];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (map[i % 3 * colours + i / 3] >> 8);
        }
        return rgb;
    }

    /**
     * Names of the bands in lower case, as "red" or "nir": GDAL's descriptions and colour interpretations, else what the
     * photometric interpretation says.
     *
     * @return one for each band, empty where a band has none
     */
    public List<String> names() {
        int bands = image.layout().bands();
        List<String> names = new ArrayList<>(Collections.nCopies(bands, ""));
        int photometric = image.layout().photometric();
        if (photometric == PixelLayout.RGB || photometric == PixelLayout.YCBCR) {
            List<String> colours = List.of("red", "green", "blue");
            for (int i = 0; i < Math.min(bands, 3); i++) {
                names.set(i, colours.get(i));
            }
        }
        image.directory().text(TiffTag.GDAL_METADATA).ifPresent(xml -> addNames(xml, names));
        return List.copyOf(names);
    }

    private static void addNames(String xml, List<String> names) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("Item")) {
                    addName(reader, names);
                }
            }
        } catch (XMLStreamException e) {
            // Names are a convenience: a scene whose notes are broken is read by band numbers.
            return;
        }
    }

    private static void addName(XMLStreamReader item, List<String> names) throws XMLStreamException {
        String role = String.valueOf(item.getAttributeValue(null, "role"));
        String sample = String.valueOf(item.getAttributeValue(null, "sample"));
        if (!(role.equals("description") || role.equals("colorinterp")) || !sample.matches("\\d{1,6}")) {
            return;
        }
        int band = Integer.parseInt(sample);
        String name = item.getElementText().strip().toLowerCase(Locale.ROOT);
        if (band < names.size() && !name.isEmpty() && !name.equals("undefined")) {
            names.set(band, name);
        }
    }
}
