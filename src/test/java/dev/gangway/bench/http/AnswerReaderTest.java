package dev.gangway.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {
    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc', 0",
        "'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc', 2",
        "'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n', 0",
        "'HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n', 0",
        "'HTTP/1.1 200 OK\r\n\r\nto the end', 0",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n', 0",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc', 6",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 1",
        "'HTTP/1.1 200 OK\r\nContent-Le', 0",
    })
    void takesWhatComesAndSaysWhatIsMissing(String sent, int missing) {
        AnswerReader.Answer answer = AnswerReader.read(stream(sent));
        assertThat(new String(answer.raw(), StandardCharsets.UTF_8)).isEqualTo(sent);
        assertThat(answer.missing()).isEqualTo(missing);
    }

    @Test
    void leavesTheNextAnswerAlone() throws Exception {
        InputStream in = stream("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naNEXT");
        AnswerReader.read(in);
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("NEXT");
    }

    @Test
    void aBodyWithoutEndIsCutOff() {
        InputStream endless = new InputStream() {
            private final byte[] head = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            private int at;

            @Override
            public int read() {
                return at < head.length ? head[at++] : 'x';
            }
        };
        assertThat(AnswerReader.read(endless).raw())
                .hasSizeBetween(AnswerReader.LONGEST_BODY, 2 * AnswerReader.LONGEST_BODY);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
