package dev.gangway.enrolment.cmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.TestChain;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.enrolment.cmp.CmpClient.CmpAuthentication;
import dev.gangway.enrolment.cmp.CmpClient.CmpRequest;
import dev.gangway.faultlab.Forge;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the CMP server of OpenSSL. */
class CmpClientIT {
    private static final CmpAuthentication SECRET =
            new CmpAuthentication.SharedSecret(CmpMock.REFERENCE, Secret.of(CmpMock.SECRET));

    private final CmpClient client = new CmpClient(new HttpClients(), Clock.systemUTC());
    private final Cancellation never = new Cancellation();
    private final Identity authority = TestChain.root("Plant CA");
    private final Identity device = TestChain.device("pump-1", authority);

    @TempDir
    private Path folder;

    private CmpMock mock(String... options) throws IOException {
        return CmpMock.start(folder, authority, device.leaf(), options);
    }

    private Outcome<List<X509Certificate>> ask(CmpMock mock, CmpAuthentication authentication, CmpRequestType type) {
        return ask(mock.url(), authentication, type, new KeyPair(device.leaf().getPublicKey(), device.key()));
    }

    private Outcome<List<X509Certificate>> ask(
            String url, CmpAuthentication authentication, CmpRequestType type, KeyPair keys) {
        CmpServer server = CmpServer.at(url, authority.chain()).orThrow();
        return client.request(
                server,
                authentication,
                new CmpRequest(type, keys, "CN=pump-1"),
                Deadline.in(Duration.ofSeconds(20)),
                never);
    }

    private static Diagnosis failure(Outcome<?> outcome, EnrolmentCode code) {
        Diagnosis why = outcome.failure().orElseThrow();
        assertThat(why.code()).as(why.toString()).isEqualTo(code.id());
        return why;
    }

    @ParameterizedTest
    @EnumSource(
            value = CmpRequestType.class,
            names = {"INITIAL", "CERTIFICATION", "PKCS10"})
    void getsACertificateForASecret(CmpRequestType type) throws Exception {
        try (CmpMock mock = mock("-grant_implicitconf")) {
            assertThat(ask(mock, SECRET, type).orThrow()).containsExactly(device.leaf());
        }
    }

    @ParameterizedTest
    @EnumSource(CmpRequestType.class)
    void getsACertificateForASignatureAndConfirmsIt(CmpRequestType type) throws Exception {
        // an update is signed with the certificate that it replaces
        Identity own = type == CmpRequestType.UPDATE ? device : TestChain.device("maker's certificate", authority);
        CmpAuthentication signature = new CmpAuthentication.Signature(own);
        try (CmpMock mock = mock()) {
            assertThat(ask(mock, signature, type).orThrow()).containsExactly(device.leaf());
        }
    }

    @Test
    void comesBackAsOftenAsTheAuthorityWants() throws Exception {
        try (CmpMock mock = mock("-poll_count", "2", "-check_after", "1")) {
            assertThat(ask(mock, SECRET, CmpRequestType.INITIAL).orThrow()).containsExactly(device.leaf());
        }
        try (CmpMock mock = mock("-poll_count", "2", "-check_after", "3600")) {
            failure(ask(mock, SECRET, CmpRequestType.INITIAL), EnrolmentCode.PENDING);
        }
    }

    @Test
    void saysWhatTheAuthoritySays() throws Exception {
        try (CmpMock mock = mock("-pkistatus", "2", "-failurebits", "524288", "-statusstring", "not today")) {
            Diagnosis why = failure(ask(mock, SECRET, CmpRequestType.INITIAL), EnrolmentCode.CMP_REFUSED);
            assertThat(why.args()).containsEntry("status", "rejection");
            assertThat(why.evidence()).anyMatch(seen -> seen.args().containsValue("not today"));
        }
        try (CmpMock mock = mock("-send_error")) {
            failure(ask(mock, SECRET, CmpRequestType.INITIAL), EnrolmentCode.CMP_REFUSED);
        }
    }

    @Test
    void believesNobodyWithoutProof() throws Exception {
        try (CmpMock mock = mock("-send_unprotected")) {
            failure(ask(mock, SECRET, CmpRequestType.INITIAL), EnrolmentCode.CMP_UNPROTECTED);
        }
        try (CmpMock mock = mock()) {
            CmpAuthentication other = new CmpAuthentication.SharedSecret(CmpMock.REFERENCE, Secret.of("guessed"));
            Diagnosis why = ask(mock, other, CmpRequestType.INITIAL).failure().orElseThrow();
            assertThat(why.code()).isIn(EnrolmentCode.CMP_PROTECTION.id(), EnrolmentCode.CMP_UNPROTECTED.id());
            assertThat(why.toString()).doesNotContain("guessed");
        }
        Identity stranger = TestChain.root("Stranger");
        try (CmpMock mock = CmpMock.start(folder, stranger, device.leaf())) {
            CmpAuthentication signature = new CmpAuthentication.Signature(TestChain.device("known there", stranger));
            failure(ask(mock, signature, CmpRequestType.INITIAL), EnrolmentCode.CMP_PROTECTION);
        }
    }

    @Test
    void believesAnAnswerOfTheAuthorityOrOfWhomItCharged() throws Exception {
        CmpAuthentication signature = new CmpAuthentication.Signature(device);
        Identity charged = Forge.client("CN=CMP")
                .purpose(KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.27")))
                .by(authority)
                .make();
        try (CmpMock mock = mock(signedBy(charged))) {
            assertThat(ask(mock, signature, CmpRequestType.INITIAL).orThrow()).containsExactly(device.leaf());
        }
        // any device has a certificate and a key below the authority
        try (CmpMock mock = mock(signedBy(TestChain.device("another pump", authority)))) {
            failure(ask(mock, signature, CmpRequestType.INITIAL), EnrolmentCode.CMP_PROTECTION);
        }
    }

    private String[] signedBy(Identity signer) throws IOException {
        Path certificate = Files.writeString(folder.resolve("signer.pem"), Pem.certificate(signer.leaf()));
        Path key = folder.resolve("signer.key");
        Files.write(key, Pem.privateKey(signer.key()).withBytes(byte[]::clone));
        return new String[] {"-srv_cert", certificate.toString(), "-srv_key", key.toString()};
    }

    @Test
    void refusesACertificateForAnotherKeyOrAuthority() throws Exception {
        Identity other = TestChain.device("pump-1", authority);
        try (CmpMock mock = mock("-grant_implicitconf")) {
            failure(
                    ask(
                            mock.url(),
                            SECRET,
                            CmpRequestType.INITIAL,
                            new KeyPair(other.leaf().getPublicKey(), other.key())),
                    EnrolmentCode.OTHER_KEY);
        }
        Identity foreign = TestChain.device("pump-1", TestChain.root("Foreign"));
        try (CmpMock mock = CmpMock.start(folder, authority, foreign.leaf())) {
            failure(
                    ask(
                            mock.url(),
                            SECRET,
                            CmpRequestType.INITIAL,
                            new KeyPair(foreign.leaf().getPublicKey(), foreign.key())),
                    EnrolmentCode.OTHER_AUTHORITY);
        }
    }

    @Test
    void namesAnswersThatAreNoCmp() throws Exception {
        KeyPair keys = new KeyPair(device.leaf().getPublicKey(), device.key());
        try (MockWebServer http = new MockWebServer()) {
            http.start();
            String url = http.url("/cmp").toString();
            http.enqueue(new MockResponse.Builder()
                    .addHeader("Content-Type", "text/html")
                    .body("<p>Welcome</p>")
                    .build());
            failure(ask(url, SECRET, CmpRequestType.INITIAL, keys), EnrolmentCode.WRONG_CONTENT);
            http.enqueue(new MockResponse.Builder().code(404).build());
            failure(ask(url, SECRET, CmpRequestType.INITIAL, keys), EnrolmentCode.NOT_HERE);
            http.enqueue(new MockResponse.Builder()
                    .addHeader("Content-Type", "application/pkixcmp")
                    .body(new Buffer().write(new byte[] {0x30, 3, 2, 1, 2}))
                    .build());
            failure(ask(url, SECRET, CmpRequestType.INITIAL, keys), EnrolmentCode.DAMAGED);
        }
        failure(CmpServer.at("ftp://ca.example", List.of()), EnrolmentCode.ADDRESS);
    }
}
