package dev.gangway.pki.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.diagnosis.Code;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.pki.hardware.HardwareCode;
import dev.gangway.pki.hardware.HardwareKey;
import dev.gangway.pki.hardware.HardwareTokens;
import dev.gangway.pki.hardware.HardwareTokens.LastTry;
import dev.gangway.pki.hardware.OpenToken;
import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys in SoftHSM. */
@Tag("softhsm")
class Pkcs11TokensIT {
    private final HardwareTokens tokens = new Pkcs11Tokens();
    private final BouncyCastleMaker maker = new BouncyCastleMaker();
    private Path module;

    @BeforeEach
    void module() throws Exception {
        module = SoftHsm.module();
    }

    private OpenToken open() {
        try (Secret pin = SoftHsm.pin()) {
            return tokens.open(module, SoftHsm.TOKEN, pin, LastTry.SPARE).orThrow();
        }
    }

    private Function<KeyPair, Outcome<X509Certificate>> selfSigned(String subject) {
        Instant now = Instant.now();
        return keys -> maker.selfSigned(keys, CertificateSpec.device(subject, now, now.plus(Duration.ofDays(30))));
    }

    private static Diagnosis failure(Outcome<?> outcome, Code code) {
        Diagnosis why = outcome.failure().orElseThrow();
        assertThat(why.code()).as(why.toString()).isEqualTo(code.id());
        return why;
    }

    @Test
    void listsTokensWithoutAPin() {
        List<TokenInfo> found = tokens.tokens(module).orThrow();
        assertThat(found)
                .filteredOn(token -> token.label().equals(SoftHsm.TOKEN))
                .singleElement()
                .satisfies(token -> {
                    assertThat(token.state()).isEqualTo(TokenInfo.State.READY);
                    assertThat(token.tries()).isEqualTo(TokenInfo.Tries.ALL);
                    assertThat(token.manufacturer()).isEqualTo("SoftHSM project");
                    assertThat(token.serial()).isNotBlank();
                });
        assertThat(found)
                .as("SoftHSM always offers an empty one")
                .anyMatch(token -> token.state() == TokenInfo.State.NOT_INITIALISED);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"EC_P256", "EC_P384", "RSA_2048"})
    void makesAKeyThatNeverLeaves(KeyType type) {
        String label = "made " + type;
        try (OpenToken token = open()) {
            Identity made = token.make(label, type, selfSigned("CN=pump-1")).orThrow();
            assertThat(made.key().getEncoded()).as("what would be exported").isNull();
            assertThatThrownBy(() -> Keys.pkcs8(made.key())).isInstanceOf(IllegalArgumentException.class);
            assertThat(made.leaf().getSubjectX500Principal().getName()).isEqualTo("CN=pump-1");
            assertThat(Keys.match(made.key(), made.leaf().getPublicKey())).isTrue();
            failure(token.make(label, type, selfSigned("CN=pump-1")), HardwareCode.KEY_EXISTS);
        }
        try (OpenToken token = open()) {
            Identity again = token.identity(label).orThrow();
            assertThat(Keys.match(again.key(), again.leaf().getPublicKey())).isTrue();
            assertThat(token.keys().orThrow()).anySatisfy(key -> {
                assertThat(key.label()).isEqualTo(label);
                assertThat(key.algorithm()).isEqualTo(type.name().startsWith("EC") ? "EC" : "RSA");
                assertThat(key.certificate()).contains(again.leaf());
            });
            token.remove(label).orThrow();
            assertThat(token.keys().orThrow()).extracting(HardwareKey::label).doesNotContain(label);
            failure(token.identity(label), HardwareCode.KEY_UNKNOWN);
        }
    }

    @Test
    void signsARequestAndTakesTheCertificateThatIsIssuedForIt() {
        BouncyCastleRequests requests = new BouncyCastleRequests();
        KeyPair authorityKeys = maker.newKey(KeyType.EC_P256);
        Instant now = Instant.now();
        X509Certificate authority = maker.selfSigned(
                        authorityKeys,
                        new CertificateSpec(
                                "CN=Plant authority",
                                now,
                                now.plus(Duration.ofDays(60)),
                                CertificateSpec.Purpose.ROOT,
                                List.of(),
                                List.of()))
                .orThrow();
        try (OpenToken token = open()) {
            Identity made = token.make("requested", KeyType.EC_P256, selfSigned("CN=placeholder"))
                    .orThrow();
            String pem = requests.make(new KeyPair(made.leaf().getPublicKey(), made.key()), "CN=pump-2")
                    .orThrow();
            var request = requests.read(new Source("request", pem.getBytes())).orThrow(); // verifies the signature
            X509Certificate issued = maker.issue(
                            request.key(),
                            CertificateSpec.device(request.subject(), now, now.plus(Duration.ofDays(30))),
                            new Identity(List.of(authority), authorityKeys.getPrivate()))
                    .orThrow();
            assertThat(token.certify("requested", List.of(issued, authority))
                            .orThrow()
                            .chain())
                    .containsExactly(issued, authority);
            KeyPair other = maker.newKey(KeyType.EC_P256);
            X509Certificate wrong = selfSigned("CN=other").apply(other).orThrow();
            failure(token.certify("requested", List.of(wrong)), HardwareCode.OTHER_KEY);
            assertThat(token.identity("requested").orThrow().leaf()).isEqualTo(issued);
            token.remove("requested").orThrow();
        }
    }

    @Test
    void aClosedTokenSignsNoMore() {
        PrivateKey key;
        try (OpenToken token = open()) {
            Identity made = token.make("closing", KeyType.EC_P256, selfSigned("CN=pump-3"))
                    .orThrow();
            key = made.key();
            token.remove("closing").orThrow();
            OpenToken same = token;
            same.close();
            failure(token.keys(), HardwareCode.TOKEN_CLOSED);
        }
        X509Certificate any =
                selfSigned("CN=x").apply(maker.newKey(KeyType.EC_P256)).orThrow();
        assertThat(Keys.match(key, any.getPublicKey())).isFalse();
    }

    @Test
    void countsWrongPinsAndNeverForgetsToClose() {
        try (Secret wrong = Secret.of("9999")) {
            for (int tries = 1; tries <= 2; tries++) {
                Diagnosis why =
                        failure(tokens.open(module, SoftHsm.SUSPICIOUS, wrong, LastTry.SPARE), HardwareCode.PIN_WRONG);
                assertThat(why.evidence())
                        .contains(
                                Evidence.fact("hardware.wrong-pins", "count", tries),
                                Evidence.fact("hardware.returned", "name", "CKR_PIN_INCORRECT"),
                                Evidence.fact("hardware.tries-fewer"));
                assertThat(why.toString()).doesNotContain("9999");
            }
        }
        assertThat(tokens.tokens(module).orThrow())
                .filteredOn(token -> token.label().equals(SoftHsm.SUSPICIOUS))
                .extracting(TokenInfo::tries)
                .containsExactly(TokenInfo.Tries.FEWER);
        try (Secret pin = SoftHsm.pin();
                OpenToken token = tokens.open(module, SoftHsm.SUSPICIOUS, pin, LastTry.SPARE)
                        .orThrow()) {
            assertThat(token.info().tries()).isEqualTo(TokenInfo.Tries.ALL);
            failure(tokens.open(module, SoftHsm.SUSPICIOUS, pin, LastTry.SPARE), HardwareCode.TOKEN_IN_USE);
        }
        try (Secret tooShort = Secret.of("1")) {
            failure(tokens.open(module, SoftHsm.SUSPICIOUS, tooShort, LastTry.SPARE), HardwareCode.PIN_WRONG);
        }
    }

    @Test
    void refusesWhatIsNotThere(@TempDir Path folder) throws Exception {
        try (Secret pin = SoftHsm.pin()) {
            Diagnosis missing =
                    failure(tokens.open(module, "elsewhere", pin, LastTry.SPARE), HardwareCode.TOKEN_MISSING);
            assertThat(missing.evidence()).anyMatch(seen -> seen.args().containsValue(SoftHsm.TOKEN));
            failure(tokens.open(module, SoftHsm.TWICE, pin, LastTry.SPARE), HardwareCode.TOKEN_AMBIGUOUS);
            failure(tokens.open(module, "", pin, LastTry.SPARE), HardwareCode.TOKEN_NOT_INITIALISED);
        }
        failure(tokens.tokens(folder.resolve("none.so")), HardwareCode.MODULE_MISSING);
        Path text = Files.writeString(folder.resolve("text.so"), "this is no library");
        failure(tokens.tokens(text), HardwareCode.MODULE_NOT_LOADABLE);
        Path other = Path.of("/lib/x86_64-linux-gnu/libm.so.6");
        failure(tokens.tokens(other), HardwareCode.MODULE_NOT_PKCS11);
        try (OpenToken token = open()) {
            failure(token.make(" ", KeyType.EC_P256, selfSigned("CN=x")), HardwareCode.KEY_LABEL_EMPTY);
            failure(token.make("ed", KeyType.ED25519, selfSigned("CN=x")), HardwareCode.KEY_TYPE);
        }
    }
}
