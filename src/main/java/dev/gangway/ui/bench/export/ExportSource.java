package dev.gangway.ui.bench.export;

import dev.gangway.bench.export.Recording;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.model.Run;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What is to be written into a file. */
public sealed interface ExportSource {
    /** What people call whatever was tested. */
    String name();

    /** What the audit log calls it: a device's id, or an endpoint. */
    String subject();

    /** When the test began. */
    Instant startedAt();

    /** The formats that it can be written in. */
    List<Format> formats();

    /** A test that has just ended: everything is there. */
    record Fresh(String name, String subject, Run run) implements ExportSource {
        @Override
        public Instant startedAt() {
            return run.startedAt();
        }

        @Override
        public List<Format> formats() {
            return List.of(Format.values());
        }
    }

    /** A test of earlier: without secrets, and without the bytes on the wire. */
    record Kept(String name, String subject, Recording recording) implements ExportSource {
        @Override
        public Instant startedAt() {
            return recording.startedAt();
        }

        @Override
        public List<Format> formats() {
            return Arrays.stream(Format.values()).filter(Format::isOfRecording).toList();
        }
    }
}
