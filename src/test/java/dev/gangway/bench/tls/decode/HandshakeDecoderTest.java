package dev.gangway.bench.tls.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.TestChain;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.pki.Identity;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshake messages put together by hand, opened again to their fields. */
class HandshakeDecoderTest {
    private static final String RANDOM = "11".repeat(32);

    @Test
    void clientHelloShowsWhatIsOffered() {
        String extensions = ext("0000", "000e00000b6578616d706c652e6f7267")
                + ext("002b", "0403040303")
                + ext("000a", "0004001d0017")
                + ext("000d", "000404030804")
                + ext("0010", "0005046d717474");
        Message message = decode("01", "0303" + RANDOM + "00" + "00041301c02b" + "0100" + len(extensions) + extensions);
        assertThat(message.detail())
                .isEqualTo(new TlsDetail.ClientHello(
                        List.of("TLS 1.3", "TLS 1.2"),
                        List.of("TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
                        List.of("x25519", "secp256r1"),
                        List.of("ecdsa_secp256r1_sha256", "rsa_pss_rsae_sha256"),
                        Optional.of("example.org"),
                        List.of("mqtt")));
        assertEveryPlaceIsInside(message);
    }

    @Test
    void serverHelloShowsWhatIsChosen() {
        String extensions = ext("002b", "0304") + ext("0033", "001d0020" + "22".repeat(32));
        Message message = decode("02", "0303" + RANDOM + "00" + "1302" + "00" + len(extensions) + extensions);
        assertThat(message.detail())
                .isEqualTo(new TlsDetail.ServerHello(
                        "TLS 1.3", "TLS_AES_256_GCM_SHA384", Optional.of("x25519"), Optional.empty(), false));
        assertThat(message.summary()).isEqualTo("TLS 1.3 · AES-256-GCM · x25519");
    }

    @Test
    void aRetryIsTold() {
        String retry = "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";
        String extensions = ext("002b", "0304") + ext("0033", "0017");
        Message message = decode("02", "0303" + retry + "00" + "1301" + "00" + len(extensions) + extensions);
        assertThat(message.name()).isEqualTo("HelloRetryRequest");
        assertThat(message.summary()).contains("secp256r1");
    }

    @Test
    void certificatesShowTheirFieldsAtTheirPlaces() throws Exception {
        Identity server = TestChain.server(TestChain.root("Decoder Root"));
        byte[] der = server.leaf().getEncoded();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(length24(der.length + 3));
        body.writeBytes(length24(der.length));
        body.writeBytes(der);
        Message message = decode("0b", HexFormat.of().formatHex(body.toByteArray()));
        assertThat(message.detail()).isEqualTo(new TlsDetail.Certificates(List.of(server.leaf())));
        assertThat(flat(message.fields()).map(Field::name))
                .contains("subject", "issuer", "validity", "public key", "SHA-256", "ThingsBoard SHA3-256");
        Field subject = flat(message.fields())
                .filter(field -> field.name().equals("subject"))
                .findFirst()
                .orElseThrow();
        assertThat(java.util.Arrays.copyOfRange(message.raw(), subject.offset(), subject.offset() + subject.length()))
                .isEqualTo(server.leaf().getSubjectX500Principal().getEncoded());
        assertEveryPlaceIsInside(message);
    }

    @Test
    void aStapledAnswerOfTheAuthorityIsOpened() throws Exception {
        Identity root = TestChain.root("Decoder Root");
        X509Certificate leaf = TestChain.server(root).leaf();
        JcaDigestCalculatorProviderBuilder digests = new JcaDigestCalculatorProviderBuilder();
        CertificateID id = new CertificateID(
                digests.build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(root.leaf()),
                leaf.getSerialNumber());
        Instant now = Instant.parse("2026-11-21T07:00:00Z");
        BasicOCSPResp basic = new BasicOCSPRespBuilder(
                        new RespID(new JcaX509CertificateHolder(root.leaf()).getSubject()))
                .addResponse(id, new RevokedStatus(Date.from(now), CRLReason.keyCompromise))
                .build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(root.key()),
                        new X509CertificateHolder[0],
                        Date.from(now));
        byte[] der =
                new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(1);
        body.writeBytes(length24(der.length));
        body.writeBytes(der);
        Message message = decode("16", HexFormat.of().formatHex(body.toByteArray()));
        assertThat(message.name()).isEqualTo("CertificateStatus");
        assertThat(message.summary()).isEqualTo("OCSP revoked at 2026-11-21T07:00:00Z, key compromise");
        assertThat(flat(message.fields()).map(Field::name)).contains("produced at", "this update");
        assertThat(flat(message.fields()).filter(field -> field.name().equals("serial number")))
                .extracting(Field::value)
                .containsExactly(leaf.getSerialNumber().toString(16));
        assertEveryPlaceIsInside(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01",
                "0100ffff03",
                "02000003030304",
                "0b0000060000030000ff",
                "0d00000100",
                "0f0000020403",
                "04000004ffffffff",
                "1600000401000001"
            })
    void damagedMessagesAreShownAsSuch(String hex) {
        Message message = new HandshakeDecoder().decode(HexFormat.of().parseHex(hex));
        assertThat(message.fields()).extracting(Field::name).contains("malformed");
    }

    @Test
    void namesGoBothWays() {
        assertThat(TlsNames.suiteId("TLS_AES_128_GCM_SHA256")).hasValue(0x1301);
        assertThat(TlsNames.groupId("x25519")).hasValue(29);
        assertThat(TlsNames.groupId("X25519MLKEM768")).hasValue(0x11EC);
        assertThat(TlsNames.schemeId("rsa_pss_rsae_sha256")).hasValue(0x0804);
        assertThat(TlsNames.suite(0x2A2A)).startsWith("GREASE");
        assertThat(TlsNames.handshake(15)).isEqualTo("CertificateVerify");
    }

    private static Message decode(String type, String body) {
        byte[] bytes = HexFormat.of().parseHex(body);
        byte[] raw = HexFormat.of().parseHex(type + HexFormat.of().formatHex(length24(bytes.length)) + body);
        return new HandshakeDecoder().decode(raw);
    }

    private static void assertEveryPlaceIsInside(Message message) {
        assertThat(flat(message.fields()).filter(field -> field.offset() >= 0))
                .allMatch(field -> field.offset() + field.length() <= message.raw().length);
        assertThat(message.fields()).extracting(Field::name).doesNotContain("malformed");
    }

    private static Stream<Field> flat(List<Field> fields) {
        return fields.stream().flatMap(field -> Stream.concat(Stream.of(field), flat(field.children())));
    }

    private static String ext(String type, String data) {
        return type + len(data) + data;
    }

    private static String len(String hex) {
        return "%04x".formatted(hex.length() / 2);
    }

    private static byte[] length24(int length) {
        return new byte[] {(byte) (length >> 16), (byte) (length >> 8), (byte) length};
    }
}
