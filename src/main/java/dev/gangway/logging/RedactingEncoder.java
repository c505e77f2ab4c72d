package dev.gangway.logging;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;

/** Writes log lines as a pattern says, through {@link Redaction}: the message and the stack trace both. */
public final class RedactingEncoder extends PatternLayoutEncoder {
    /** Made by Logback. */
    public RedactingEncoder() {}

    @Override
    public byte[] encode(ILoggingEvent event) {
        return Redaction.redact(getLayout().doLayout(event)).getBytes(StandardCharsets.UTF_8);
    }
}
