package dev.gangway.vault.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.secret.Secret;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.VaultLockedException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);

    private final VaultKeys keys = new VaultKeys(new byte[32], RANDOM);
    private final byte[] plain = "token".getBytes(StandardCharsets.UTF_8);

    @Test
    void opensInItsContextAlone() {
        byte[] sealed = keys.rows().seal(plain, "device", new byte[] {1}, 7L);
        assertThat(keys.rows().open(sealed, "device", new byte[] {1}, 7L)).hasValue(plain);
        assertThat(keys.rows().open(sealed, "server", new byte[] {1}, 7L)).isEmpty();
        assertThat(keys.rows().open(sealed, "device", new byte[] {2}, 7L)).isEmpty();
        assertThat(keys.rows().open(sealed, "device", new byte[] {1}, 6L)).isEmpty();
        assertThat(keys.state().open(sealed, "device", new byte[] {1}, 7L)).isEmpty();
    }

    @Test
    void noticesEveryFlippedBit() {
        byte[] sealed = keys.rows().seal(plain, "device");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(keys.rows().open(flipped, "device")).isEmpty();
        }
    }

    @Test
    void partsOfAContextDoNotRunIntoEachOther() {
        assertThat(LengthPrefixed.of("ab", "c")).isNotEqualTo(LengthPrefixed.of("a", "bc"));
        assertThat(LengthPrefixed.of("ab")).isNotEqualTo(LengthPrefixed.of("ab", ""));
    }

    @Test
    void wipedKeysSayThatTheVaultIsLocked() {
        byte[] sealed = keys.rows().seal(plain);
        keys.close();
        assertThatThrownBy(() -> keys.rows().open(sealed)).isInstanceOf(VaultLockedException.class);
        assertThatThrownBy(() -> keys.names().hash("a")).isInstanceOf(VaultLockedException.class);
    }

    @Test
    void derivesWhatOpensslDerives() {
        byte[] derived = new Argon2Cost(64, 2, 1)
                .derive(
                        "password".getBytes(StandardCharsets.UTF_8),
                        "somesaltsomesalt".getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(derived))
                .isEqualTo("1a98fba8e6394425c9bdc333a9c750aaf811df070f5fb4a5788e1cf4db5793a1");
    }

    @Test
    void tellsAWrongPassphraseFromADamagedHeader() {
        VaultHeader header = VaultHeader.wrap(new byte[32], Secret.of("right"), CHEAP, RANDOM);
        assertThat(header.isSound()).isTrue();
        assertThat(header.unwrap(Secret.of("right"), RANDOM)).hasValue(new byte[32]);
        assertThat(header.unwrap(Secret.of("wrong"), RANDOM)).isEmpty();
        byte[] flipped = header.wrappedKey().clone();
        flipped[20] ^= 1;
        assertThat(new VaultHeader(CHEAP, header.salt(), flipped, header.checksum()).isSound())
                .isFalse();
    }

    @Test
    void anUmlautOpensHoweverItWasTyped() {
        VaultHeader header = VaultHeader.wrap(new byte[32], Secret.of("fünf Wörter für den Tresor"), CHEAP, RANDOM);
        String decomposed = Normalizer.normalize("fünf Wörter für den Tresor", Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo("fünf Wörter für den Tresor");
        assertThat(header.unwrap(Secret.of(decomposed), RANDOM)).isPresent();
    }

    @Test
    void shortAndSimplePassphrasesAreRefused() {
        assertThat(codeFor("fourteen chars")).isEqualTo(VaultCode.PASSPHRASE_TOO_SHORT.id());
        assertThat(codeFor("äöüäöüäöüäöüäö")).isEqualTo(VaultCode.PASSPHRASE_TOO_SHORT.id());
        assertThat(codeFor("aaaaaaaaaaaaaaaaaaaa")).isEqualTo(VaultCode.PASSPHRASE_TOO_SIMPLE.id());
        assertThat(codeFor("fifteen letters")).isEmpty();
    }

    @Test
    void theTunedCostIsNeverUnderTheFloor() {
        Argon2Cost tuned = Argon2Cost.tuned();
        assertThat(tuned.memoryKib()).isGreaterThanOrEqualTo(64 * 1024);
        assertThat(tuned.passes()).isGreaterThanOrEqualTo(3);
    }

    private static String codeFor(String passphrase) {
        return Passphrase.objection(Secret.of(passphrase)).map(Diagnosis::code).orElse("");
    }
}
