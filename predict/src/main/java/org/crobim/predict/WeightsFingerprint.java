package org.crobim.predict;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.crobim.core.error.WeightsException;

/** Tells weights files apart by their content. */
public final class WeightsFingerprint {
    private WeightsFingerprint() {}

    /**
     * SHA-256 of a file, in hexadecimal.
     *
     * @throws WeightsException if the file cannot be read
     */
    public static String of(Path weights) {
        try (InputStream file = Files.newInputStream(weights);
                DigestInputStream digested = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (IOException e) {
            throw new WeightsException("%s: cannot be read (%s). Check the path.".formatted(weights, e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The Java runtime has no SHA-256", e);
        }
    }
}
