package org.crobim.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecordFramingTest {
    @Test
    void aRecordStandsBetweenItsLengthAndTheMaskedChecksumsOfBoth() {
        byte[] framed = RecordFraming.frame("123456789".getBytes(StandardCharsets.US_ASCII));

        // CRC-32C of these digits is 0xe3069283 by definition; rotated by 15 and shifted it is 0xc78ab0e5.
        assertThat(HexFormat.of().formatHex(framed))
                .startsWith("0900000000000000")
                .endsWith("313233343536373839" + "e5b08ac7")
                .hasSize(2 * (8 + 4 + 9 + 4));
    }
}
