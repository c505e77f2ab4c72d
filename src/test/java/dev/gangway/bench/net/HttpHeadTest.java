package dev.gangway.bench.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Timeline;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each header is found in the raw bytes. */
class HttpHeadTest {
    private final Timeline timeline = new Timeline(event -> {});

    @Test
    void theFieldsOfAnAnswerMarkTheirLines() {
        String answer = "HTTP/1.1 407 Login wanted\r\nProxy-Authenticate: Basic\r\nserver:x\r\n\r\n";
        HttpHead.read(
                new ByteArrayInputStream(answer.getBytes(StandardCharsets.US_ASCII)), Layer.PROXY, "Answer", timeline);
        assertThat(marked()).containsExactly("HTTP/1.1 407 Login wanted", "Proxy-Authenticate: Basic", "server:x");
    }

    @Test
    void aSecretIsDotsAndItsPlaceDotsAsWell() {
        HttpHead.noteRequest(
                "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\nProxy-Authorization: Basic c2VjcmV0\r\n\r\n",
                "Proxy-Authorization:",
                Layer.PROXY,
                "Request",
                timeline);
        Event event = timeline.events().getFirst();
        assertThat(event.fields())
                .extracting(Field::value)
                .containsExactly("CONNECT a:1 HTTP/1.1", "a:1", FieldReader.DOTS);
        assertThat(marked()).containsExactly("CONNECT a:1 HTTP/1.1", "Host: a:1", " " + FieldReader.DOTS);
        assertThat(new String(event.raw(), StandardCharsets.UTF_8)).doesNotContain("c2VjcmV0");
    }

    private List<String> marked() {
        Event event = timeline.events().getFirst();
        return event.fields().stream()
                .map(field -> new String(event.raw(), field.offset(), field.length(), StandardCharsets.UTF_8))
                .toList();
    }
}
