package dev.gangway.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;

/** Whatever a web server answers, reading it comes to an end, and keeps no more than was sent. */
class AnswerFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void answers(byte[] bytes) {
        AnswerReader.Answer answer = AnswerReader.read(new ByteArrayInputStream(bytes));
        assertThat(answer.raw()).hasSizeLessThanOrEqualTo(bytes.length);
        assertThat(answer.missing()).isNotNegative();
        assertThat(AnswerDecoder.decode(answer.raw(), "SECRET_TOKEN").raw()).isEqualTo(answer.raw());
    }
}
