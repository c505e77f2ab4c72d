package dev.gangway.pki.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.Explained;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.bouncycastle.BouncyCastleKeygen;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeygenTest {
    private static final String PROPERTIES = """
            # as the documentation has it
            DOMAIN_SUFFIX="$(hostname)"
            ORGANIZATION="Plant, 2"
            CITY='San Francisco'
            TWO_LETTER_COUNTRY_CODE=US
            CLIENT_KEYSTORE_PASSWORD=password
            CLIENT_KEY_PASSWORD=password
            CLIENT_KEY_ALIAS="clientalias"
            CLIENT_FILE_PREFIX="pump"   # a comment
            CLIENT_KEY_ALG="EC"
            CLIENT_KEY_GROUP_NAME="secp256r1"
            """;

    private final BouncyCastleKeygen keygen = new BouncyCastleKeygen(new BouncyCastleMaker());

    @Test
    void makesTheFilesOfTheScript() throws Exception {
        KeygenProperties properties = read(PROPERTIES);
        List<ExportFile> files = keygen.make(properties, Instant.now()).orThrow();
        assertThat(files).extracting(ExportFile::name).containsExactly("pump.jks", "pump.nopass.pem", "pump.pub.pem");
        Source both = new Source("pump.nopass.pem", files.get(1).content().withBytes(byte[]::clone));
        Identity identity = new BouncyCastleReader()
                .readIdentity(both, both, Optional.empty())
                .orThrow();
        assertThat(Subjects.text(identity.leaf())).isEqualTo("CN=pump-0417,O=Plant\\, 2,L=San Francisco,C=US");
        assertThat(Keys.match(identity.key(), identity.leaf().getPublicKey())).isTrue();
        assertThat(both.bytes()).asString().startsWith("-----BEGIN EC PRIVATE KEY-----");
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(new ByteArrayInputStream(files.get(0).content().withBytes(byte[]::clone)), "password".toCharArray());
        PrivateKey stored = (PrivateKey) store.getKey("clientalias", "password".toCharArray());
        assertThat(Keys.match(stored, identity.leaf().getPublicKey())).isTrue();
    }

    @Test
    void rsaWorksAlthoughACurveIsNamed() {
        assertThat(read(PROPERTIES.replace("=\"EC\"", "=RSA")).keyType()).isEqualTo(KeyType.RSA_2048);
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT_KEY_PASSWORD=password,CLIENT_KEY_PASSWORD=another,7",
        "CLIENT_KEY_ALG=\"EC\",CLIENT_KEY_ALG=DSA,10",
        "secp256r1,secp160r1,10",
        "CITY=,CITY ,4"
    })
    void whatTheScriptFailsAtInSilenceIsSaid(String replaced, String by, String line) {
        Source source = Source.text("keygen.properties", PROPERTIES.replace(replaced, by));
        assertThat(Explained.failedWith(KeygenProperties.read(source, "pump-0417"), PkiCode.KEYGEN_PROPERTIES)
                        .args())
                .containsEntry("line", line);
    }

    private static KeygenProperties read(String text) {
        return KeygenProperties.read(Source.text("keygen.properties", text), "pump-0417")
                .orThrow();
    }
}
