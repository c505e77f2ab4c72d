package dev.gangway.faultlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A gigabyte of messages, and messages of 256 MB, in a process with 64 MB of heap. */
@Timeout(300)
class FloodedIT {
    @Test
    void memoryDoesNotGrowWithWhatServersSend() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Flooded.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Long.parseLong(said.lines().reduce((_, last) -> last).orElseThrow()))
                .isGreaterThanOrEqualTo(Flooded.ENOUGH);
    }
}
