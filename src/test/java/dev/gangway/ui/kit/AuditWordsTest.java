package dev.gangway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.ui.text.Words;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditWordsTest {
    private final Words german = Words.load(Locale.GERMAN);

    @Test
    void saysWhatWasDoneAndTheDetailsOfIt() {
        assertThat(AuditWords.action(german, "certificate.revoked")).isEqualTo("Zertifikat gesperrt");
        assertThat(AuditWords.details(german, Map.of("serial", "0A", "key", "", "reason", "KEY_COMPROMISE")))
                .isEqualTo("Grund: KEY_COMPROMISE · Seriennummer: 0A");
    }

    @Test
    void whatALaterVersionWroteIsShownByItsName() {
        assertThat(AuditWords.action(german, "device.painted")).isEqualTo("device.painted");
        assertThat(AuditWords.details(german, Map.of("colour", "blue"))).isEqualTo("colour: blue");
    }
}
