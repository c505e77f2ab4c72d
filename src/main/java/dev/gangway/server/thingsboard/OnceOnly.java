package dev.gangway.server.thingsboard;

import java.io.IOException;
import java.util.Arrays;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that is sent once. Otherwise OkHttp sends it again by itself when a connection breaks while the answer is
 * awaited, and what was to be made once is made twice. Its bytes are wiped once they are sent, because the library keeps
 * the request of an idle connection, and a sign-in is one.
 */
final class OnceOnly extends RequestBody {
    private final byte[] body;
    private final @Nullable MediaType type;

    /** Takes the bytes over. */
    OnceOnly(byte[] body, @Nullable MediaType type) {
        this.body = body;
        this.type = type;
    }

    @Override
    public @Nullable MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return body.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try {
            sink.write(body);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }
}
