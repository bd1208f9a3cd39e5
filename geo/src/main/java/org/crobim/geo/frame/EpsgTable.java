package org.crobim.geo.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.locationtech.proj4j.CRSFactory;

/** The table of EPSG codes that comes with proj4j. */
final class EpsgTable {
    private static final String RESOURCE = "/proj4/wkt/epsg.properties";

    private EpsgTable() {}

    /** The well-known text of a code. One line is looked for; the whole table would take four megabytes. */
    static Optional<String> wkt(int code) {
        String prefix = code + "=";
        try (InputStream stream = CRSFactory.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("%s is missing from the program; build it again".formatted(RESOURCE));
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.ISO_8859_1));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(prefix)) {
                    return Optional.of(unescaped(line, code));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read from the program".formatted(RESOURCE), e);
        }
    }

    private static String unescaped(String line, int code) throws IOException {
        Properties entry = new Properties();
        entry.load(new StringReader(line));
        return entry.getProperty(String.valueOf(code));
    }
}
