package dev.gangway.bench.coap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.DeviceApiDetail;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.Message;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The answers are bytes of a real ThingsBoard 4.3. */
class CoapDecoderTest {
    @Test
    void theAnswersOfThingsBoard() {
        assertThat(decode("44412104746f6b31").detail()).isEqualTo(new DeviceApiDetail.Coap(0, 0x41, 0x2104, 0));
        assertThat(decode("44412104746f6b31").summary()).isEqualTo("CON 2.01 Created");
        assertThat(decode("64817cf1746f6b31").summary()).isEqualTo("ACK 4.01 Unauthorized");
        assertThat(decode("6480188a746f6b31").summary()).isEqualTo("ACK 4.00 Bad Request");
    }

    @Test
    void aPayloadComesAfterItsMarker() {
        Message message = decode("64415d02746f6b31c0ff7b7d");
        assertThat(message.summary()).isEqualTo("ACK 2.01 Created · 2 B");
        assertThat(message.fields().getLast()).isEqualTo(Field.at(10, 2, "payload", "{}"));
    }

    @Test
    void emptyMessages() {
        assertThat(decode("60002104").name()).isEqualTo("CoAP ACK");
        assertThat(decode("70002104").name()).isEqualTo("CoAP RST");
        assertThat(decode("40002104").name()).isEqualTo("CoAP ping");
    }

    @Test
    void theTokenInThePathIsHidden() {
        byte[] raw = HexFormat.of().parseHex("40020001b3617069027631055345435245540974656c656d65747279");
        Message message = CoapDecoder.decode(raw, "SECRE", 0);
        assertThat(message.fields().toString() + message.summary()).doesNotContain("SECRE");
        Field hidden = message.fields().stream()
                .filter(field -> field.value().equals(FieldReader.DOTS))
                .findFirst()
                .orElseThrow();
        assertThat(new String(raw, hidden.offset(), hidden.length(), StandardCharsets.UTF_8))
                .isEqualTo("SECRE");
    }

    @Test
    void repetitionsAreCounted() {
        assertThat(CoapDecoder.decode(HexFormat.of().parseHex("40020001"), "", 2)
                        .summary())
                .isEqualTo("CON POST · repeated, 2");
    }

    @Test
    void longOptionsAndBrokenOnes() {
        assertThat(decode("40010001" + "dd" + "01" + "00" + "61".repeat(13))
                        .fields()
                        .getLast())
                .isEqualTo(Field.at(7, 13, "Max-Age", "61".repeat(13)));
        assertThat(decode("40010001f0").fields().getLast().name()).isEqualTo("malformed");
        assertThat(decode("40010001ff").fields().getLast().name()).isEqualTo("malformed");
        assertThat(decode("4f010001").fields().getLast().name()).isEqualTo("malformed");
        assertThat(decode("").fields().getLast().name()).isEqualTo("malformed");
        assertThat(decode("48010001aa").fields().getLast().name()).isEqualTo("malformed");
    }

    private static Message decode(String hex) {
        return CoapDecoder.decode(HexFormat.of().parseHex(hex), "", 0);
    }
}
