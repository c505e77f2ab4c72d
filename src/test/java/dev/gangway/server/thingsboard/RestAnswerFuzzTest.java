package dev.gangway.server.thingsboard;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gangway.background.Cancellation;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerEntry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Whatever a server answers to a call of its REST interface, the outcome is a value. */
class RestAnswerFuzzTest {
    private static final int[] STATUSES = {200, 200, 200, 200, 201, 302, 400, 401, 403, 404, 409, 429, 500, 503};
    private static final String SIGNED_IN = "{\"token\":\"a.e30.c\",\"refreshToken\":\"a.e30.c\"}";
    private static final ServerEntry ENTRY = new ServerEntry(
            UUID.randomUUID(),
            "fuzz",
            ServerEntry.Kind.THINGSBOARD,
            URI.create("http://localhost:1"),
            "me@example",
            Secret.of("pa55word"),
            Optional.empty(),
            Optional.empty(),
            List.of());

    @FuzzTest(maxDuration = "2m")
    void answers(byte[] bytes) {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> answer(chain, bytes))
                .build();
        ServerAdapter adapter = new ThingsBoardAdapter(new Rest(http, ENTRY));
        Cancellation never = new Cancellation();
        adapter.signIn(never);
        adapter.profiles(never);
        adapter.find("device", never);
        adapter.credential("7e1b6a00-0000-11f0-8000-000000000000", never);
        adapter.latest("7e1b6a00-0000-11f0-8000-000000000000", List.of("t"), never);
        adapter.details("7e1b6a00-0000-11f0-8000-000000000000", never);
        adapter.mqttAuthority(never);
        adapter.delete("7e1b6a00-0000-11f0-8000-000000000000", never);
    }

    /** The first byte says with which status, and whether one is let in. */
    private static Response answer(Interceptor.Chain chain, byte[] bytes) {
        int first = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
        boolean signingIn = chain.request().url().encodedPath().equals("/api/auth/login");
        byte[] body = signingIn && first < 0x80
                ? SIGNED_IN.getBytes(StandardCharsets.UTF_8)
                : Arrays.copyOfRange(bytes, Math.min(1, bytes.length), bytes.length);
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(signingIn && first < 0x80 ? 200 : STATUSES[first % STATUSES.length])
                .message("")
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
    }
}
