package dev.gangway.practice.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How ThingsBoard turns what a client sends into what it stores and looks up. */
public final class CredentialsFormat {
    private CredentialsFormat() {}

    /** Id and value as they are stored. */
    record Stored(String id, Optional<String> value) {}

    /**
     * Formats a draft.
     *
     * @throws RestRefusal where the server refuses it; a certificate is never looked at, so never refused
     */
    static Stored format(CredentialsDraft draft) {
        return switch (draft.type()) {
            case ACCESS_TOKEN, LWM2M_CREDENTIALS ->
                new Stored(
                        draft.credentialsId()
                                .filter(id -> !id.isEmpty())
                                .orElseThrow(
                                        () -> RestRefusal.badRequest("Device credentials id should be specified!")),
                        draft.credentialsValue());
            case MQTT_BASIC -> basic(draft.credentialsValue().orElse(""));
            case X509_CERTIFICATE -> {
                String body = body(draft.credentialsValue().orElse(""));
                yield new Stored(hash(body), Optional.of(body));
            }
        };
    }

    private static Stored basic(String value) {
        MqttBasic basic;
        try {
            JsonNode json = Json.STRICT.readTree(value);
            if (!json.isObject()) {
                throw RestRefusal.badRequest("Invalid credentials body for simple mqtt credentials!");
            }
            basic = MqttBasic.of(json);
        } catch (JsonProcessingException e) {
            throw RestRefusal.badRequest("Invalid credentials body for simple mqtt credentials!");
        }
        if (basic.clientId().isEmpty() && basic.userName().isEmpty()) {
            throw RestRefusal.badRequest("Both mqtt client id and user name are empty!");
        }
        if (basic.userName().isEmpty() && basic.password().isPresent()) {
            throw RestRefusal.badRequest("Password cannot be specified along with client id");
        }
        return new Stored(basic.credentialsId(), Optional.of(basic.toJson().toString()));
    }

    /**
     * What is left of a pasted certificate: the header line, the footer line and line breaks go, everything else stays,
     * blanks included.
     */
    public static String body(String pasted) {
        return pasted.replace("-----BEGIN CERTIFICATE-----", "")
                .replace("-----END CERTIFICATE-----", "")
                .replace("\n", "")
                .replace("\r", "");
    }

    /** The id under which a certificate is found: SHA3-256 over its base64 text, as lower-case hex. */
    public static String id(X509Certificate certificate) {
        try {
            return hash(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA3-256 of the text, as lower-case hex. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA3-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
