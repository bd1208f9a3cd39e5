package org.crobim.predict.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.crobim.core.image.RgbImage;

/**
 * What encoded features depend on, and nothing else: every pixel of the image, and the network.
 *
 * @param hash SHA-256 in hexadecimal
 */
record FeatureKey(String hash) {
    /**
     * The key of an image.
     *
     * @param network name of the weights and of how they calculate
     */
    static FeatureKey of(RgbImage image, String network) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(network.getBytes(StandardCharsets.UTF_8));
            digest.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(image.width())
                    .putInt(image.height())
                    .array());
            digest.update(image.rgb());
            return new FeatureKey(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The Java runtime has no SHA-256", e);
        }
    }
}
