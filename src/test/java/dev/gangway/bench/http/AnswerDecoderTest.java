package dev.gangway.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.DeviceApiDetail.HttpAnswered;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.NetDetail;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerDecoderTest {
    @Test
    void statusHeadersAndBodyHaveTheirPlaces() {
        byte[] raw = bytes("HTTP/1.1 500 \r\nContent-Type: application/json\r\n\r\nEnd of input");
        Message message = AnswerDecoder.decode(raw, "");
        assertThat(message.detail())
                .isEqualTo(new HttpAnswered(500, Optional.of("application/json"), Optional.empty(), 12, false));
        assertThat(message.fields()).extracting(Field::name).containsExactly("status line", "Content-Type", "body");
        Field body = message.fields().getLast();
        assertThat(new String(raw, body.offset(), body.length(), StandardCharsets.UTF_8))
                .isEqualTo("End of input")
                .isEqualTo(body.value());
    }

    @Test
    void aPageIsSeenByItsTypeOrByItsBeginning() {
        assertThat(answered("HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\n\r\nhello")
                        .webPage())
                .isTrue();
        assertThat(answered("HTTP/1.1 200 OK\r\n\r\n\n<!DOCTYPE html><html>").webPage())
                .isTrue();
        assertThat(answered("HTTP/1.1 200 OK\r\n\r\n").webPage()).isFalse();
    }

    @Test
    void aTokenThatTheServerRepeatsIsNotShown() {
        Message message = AnswerDecoder.decode(
                bytes("HTTP/1.1 302 Found\r\nLocation: https://tb/api/v1/S3CRET/telemetry\r\n\r\nno S3CRET here"),
                "S3CRET");
        assertThat(message.fields().toString() + message.detail())
                .doesNotContain("S3CRET")
                .contains(FieldReader.DOTS);
    }

    @Test
    void whatIsNoAnswerIsForeign() {
        assertThat(AnswerDecoder.decode(bytes("SSH-2.0-OpenSSH\r\n"), "").detail())
                .isInstanceOf(NetDetail.ForeignBytes.class);
        assertThat(AnswerDecoder.decode(new byte[0], "").detail()).isInstanceOf(NetDetail.ForeignBytes.class);
    }

    private static HttpAnswered answered(String answer) {
        return (HttpAnswered) AnswerDecoder.decode(bytes(answer), "").detail();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
