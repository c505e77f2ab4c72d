package dev.gangway.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import dev.gangway.ui.servers.ServerForm.Field;
import dev.gangway.ui.text.Words;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerFormTest {
    private final ServerForm form = new ServerForm(Optional.empty(), Words.load(Locale.ENGLISH));

    @Test
    void readsAServer() {
        fill();
        ServerEntry entry = form.read().orElseThrow();
        assertThat(entry.name()).isEqualTo("Plant 2");
        assertThat(entry.url()).isEqualTo(URI.create("https://tb.example"));
        assertThat(entry.password().reveal()).isEqualTo(" pass word ");
        assertThat(entry.mqtt()).isEmpty();
        assertThat(entry.mqtts()).contains(new HostPort("tb.example", 8884));
    }

    @Test
    void saysAtEachFieldWhatIsWrong() {
        form.text(Field.URL).set("tb.example");
        form.text(Field.MQTT).set("mqtt://tb.example");
        assertThat(form.read()).isEmpty();
        assertThat(form.firstWrong()).contains(Field.NAME);
        assertThat(form.errorOf(Field.URL).get()).isNotEmpty();
        assertThat(form.errorOf(Field.MQTT).get()).isNotEmpty();
        assertThat(form.errorOf(Field.MQTTS).get()).isEmpty();
    }

    @Test
    void typingTakesTheErrorAway() {
        form.read();
        form.text(Field.NAME).set("P");
        assertThat(form.errorOf(Field.NAME).get()).isEmpty();
    }

    @Test
    void guessesListenersOnceAndLeavesWhatWasTyped() {
        form.text(Field.URL).set("https://tb.example:8080/");
        form.guessListeners();
        assertThat(form.text(Field.MQTT).get()).isEqualTo("tb.example:1883");
        assertThat(form.text(Field.MQTTS).get()).isEqualTo("tb.example:8883");
        form.text(Field.MQTT).set("");
        form.guessListeners();
        assertThat(form.text(Field.MQTT).get()).isEmpty();
    }

    @Test
    void comesBackAsItWas() {
        fill();
        ServerEntry entry = form.read().orElseThrow();
        ServerForm again = new ServerForm(Optional.of(entry), Words.load(Locale.ENGLISH));
        assertThat(again.read()).contains(entry);
    }

    private void fill() {
        form.text(Field.NAME).set(" Plant 2 ");
        form.text(Field.URL).set("https://tb.example/");
        form.text(Field.USER).set("tenant@example.org");
        form.text(Field.PASSWORD).set(" pass word ");
        form.text(Field.MQTTS).set("tb.example:8884");
    }
}
