package dev.gangway.practice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.pki.Identity;
import dev.gangway.practice.contract.RawMqtt.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the text that somebody pastes as a certificate: all of it is stored, little of it ever matches. */
class PemContractIT extends TlsContractTest {
    private final Identity device = authority.device("pem");
    private final String pem = TestAuthority.pem(device.leaf());
    private final String base64 = Base64.getEncoder().encodeToString(TestAuthority.der(device.leaf()));
    private String id;

    @Override
    void prepare() {
        super.prepare();
        id = rest.deviceWithToken(fill("{run}-pem"), fill("{run}-pem-token"));
    }

    Stream<Arguments> texts() {
        String issuer = TestAuthority.pem(authority.intermediate());
        return Stream.of(
                Arguments.of("PEM", pem, true),
                Arguments.of("PEM with CRLF", pem.replace("\n", "\r\n"), true),
                Arguments.of("base64 in one line", base64, true),
                Arguments.of("PEM after an empty line", "\n" + pem, true),
                Arguments.of("PEM with a blank after its end", pem + " ", false),
                Arguments.of("PEM with blanks for line ends", pem.replace("\n", " "), false),
                Arguments.of("PEM with a preamble", "Certificate:\n    Data:\n" + pem, false),
                Arguments.of("PEM with bag attributes", "Bag Attributes\n    friendlyName: x\n" + pem, false),
                Arguments.of("leaf and intermediate", pem + issuer, false),
                Arguments.of("intermediate and leaf", issuer + pem, false),
                Arguments.of("DER as hex digits", HexFormat.of().formatHex(TestAuthority.der(device.leaf())), false),
                Arguments.of("anything", "not a certificate", false),
                Arguments.of("nothing", "", false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void storesAnyText(String what, String text, boolean matches) {
        ObjectNode credentials =
                (ObjectNode) rest.get("/api/device/" + id + "/credentials").json();
        credentials.put("credentialsType", "X509_CERTIFICATE").put("credentialsValue", text);
        var reply = rest.post("/api/device/credentials", credentials.toString());
        assertThat(reply.status()).isEqualTo(200);
        if (matches) {
            assertThat(reply.json().path("credentialsId").asText()).isEqualTo(sha3(base64));
            assertAccepted(device.leafOnly(), null, "TLSv1.3", Version.V311);
        } else {
            assertRefused(device.leafOnly(), null, "TLSv1.3", Version.V311);
        }
    }

    @Test
    void namesTheStoredTextByItsHash() {
        String other = rest.deviceWithCertificate(fill("{run}-text"), fill("{run} some\ntext"));
        JsonNode stored = rest.get("/api/device/" + other + "/credentials").json();
        assertThat(stored.path("credentialsValue").asText()).isEqualTo(fill("{run} sometext"));
        assertThat(stored.path("credentialsId").asText()).isEqualTo(sha3(fill("{run} sometext")));
    }

    private static String sha3(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA3-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
