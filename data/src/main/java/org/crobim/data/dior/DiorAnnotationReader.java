package org.crobim.data.dior;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.crobim.core.error.InputException;

/** Reads one VOC annotation as a stream of elements. Used once. */
final class DiorAnnotationReader {
    private static final List<String> UPRIGHT = List.of("xmin", "ymin", "xmax", "ymax");
    private static final List<String> ORIENTED = List.of(
            "x_left_top",
            "y_left_top",
            "x_right_top",
            "y_right_top",
            "x_right_bottom",
            "y_right_bottom",
            "x_left_bottom",
            "y_left_bottom");

    private final String name;
    private final Map<String, String> image = new HashMap<>();
    private final List<DiorAnnotation.Box> boxes = new ArrayList<>();
    private Map<String, String> object = new HashMap<>();
    private boolean inObject;
    private boolean inAnnotation;

    DiorAnnotationReader(String name) {
        this.name = name;
    }

    DiorAnnotation read(InputStream xml) {
        try {
            XMLStreamReader reader = safeFactory().createXMLStreamReader(xml);
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                step(reader, reader.next(), text);
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new InputException(
                    "%s line %d is no well-formed XML: %s"
                            .formatted(name, e.getLocation().getLineNumber(), firstLine(e)),
                    e);
        }
        if (!inAnnotation) {
            throw new InputException("%s holds no element <annotation>: this is no DIOR annotation".formatted(name));
        }
        return new DiorAnnotation(imageText("filename"), imageNumber("width"), imageNumber("height"), boxes);
    }

    private static XMLInputFactory safeFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void step(XMLStreamReader reader, int event, StringBuilder text) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            text.setLength(0);
            inAnnotation |= reader.getLocalName().equals("annotation");
            if (reader.getLocalName().equals("object")) {
                inObject = true;
                object = new HashMap<>();
            }
        } else if (event == XMLStreamConstants.CHARACTERS) {
            text.append(reader.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            end(
                    reader.getLocalName(),
                    text.toString().strip(),
                    reader.getLocation().getLineNumber());
            text.setLength(0);
        }
    }

    private void end(String element, String text, int line) {
        if (element.equals("object")) {
            boxes.add(box(line));
            inObject = false;
        } else if (inObject) {
            object.put(element, text);
        } else {
            image.putIfAbsent(element, text);
        }
    }

    private DiorAnnotation.Box box(int line) {
        List<String> corners = object.containsKey(ORIENTED.get(0)) ? ORIENTED : UPRIGHT;
        double[] numbers = new double[corners.size()];
        for (int i = 0; i < numbers.length; i++) {
            String text = object.getOrDefault(corners.get(i), "");
            try {
                numbers[i] = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new InputException(
                        "%s line %d: <%s> is \"%s\", expected a number".formatted(name, line, corners.get(i), text), e);
            }
        }
        String category = object.getOrDefault("name", "");
        if (category.isEmpty()) {
            throw new InputException("%s line %d: an object has no <name>".formatted(name, line));
        }
        return new DiorAnnotation.Box(
                category, !object.getOrDefault("difficult", "0").equals("0"), numbers, line);
    }

    private String imageText(String element) {
        String text = image.getOrDefault(element, "");
        if (text.isEmpty()) {
            throw new InputException("%s has no <%s>: this is no DIOR annotation".formatted(name, element));
        }
        return text;
    }

    private int imageNumber(String element) {
        String text = imageText(element);
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for numbers that are no size.
        }
        throw new InputException("%s: <%s> is \"%s\", expected a size in pixels".formatted(name, element, text));
    }

    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(message.lastIndexOf('\n') + 1);
    }
}
