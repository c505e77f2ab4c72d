package dev.gangway.bench.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Recordings as bytes: the JSON of an export, and the same packed for keeping. Safe for use by several threads. */
public final class RecordingFormat {
    /** Largest JSON that is read, in bytes: a full timeline has about half of it. */
    public static final int MAX_JSON = 64 << 20;

    private RecordingFormat() {}

    /**
     * Packs a recording: whole where that fits, without raw bytes where only that does.
     *
     * @param most bytes that the result may have
     * @return empty where even that is too much
     */
    public static Optional<byte[]> pack(Recording recording, int most) {
        return fitting(recording, most).or(() -> fitting(recording.withoutRaw(), most));
    }

    /** What was packed; empty where these bytes hold no recording. */
    public static Optional<Recording> unpack(byte[] packed) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return parse(in.readNBytes(MAX_JSON));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** The recording of an exported JSON file; empty where these bytes are none. They may come from anybody. */
    public static Optional<Recording> parse(byte[] json) {
        return RecordingReader.read(json);
    }

    private static Optional<byte[]> fitting(Recording recording, int most) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(JsonExport.compact(recording));
        } catch (IOException e) {
            throw new IllegalStateException(e); // an array takes everything
        }
        return Optional.of(packed.toByteArray()).filter(bytes -> bytes.length <= most);
    }
}
