package dev.gangway.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Speaks ThingsBoard's REST interface in tests, and says what came back, byte for byte. */
public final class PracticeClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. */
    public record Reply(int status, Optional<String> contentType, String body, java.net.http.HttpHeaders headers) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI base;
    private final Duration timeout;
    private Optional<String> bearer = Optional.empty();

    /** Not signed in. */
    public PracticeClient(URI base) {
        this(base, Duration.ofSeconds(20));
    }

    /** Not signed in; {@code timeout} is for each request. */
    public PracticeClient(URI base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
    }

    /** Signed in as the demo tenant of this server. */
    public static PracticeClient of(PracticeServer server) {
        PracticeClient client = new PracticeClient(server.restUrl());
        client.signIn(server.tenantUser(), server.tenantPassword());
        return client;
    }

    /** Signs in; later requests carry the token. */
    public JsonNode signIn(String user, String password) {
        Reply reply = send("POST", "/api/auth/login", json("username", user, "password", password), Map.of());
        if (reply.status() != 200) {
            throw new AssertionError("sign-in failed: " + reply);
        }
        bearer = Optional.of(reply.json().path("token").asText());
        return reply.json();
    }

    /** The access token of the sign-in. */
    public String bearer() {
        return bearer.orElseThrow();
    }

    public Reply get(String path) {
        return send("GET", path, null, authorization());
    }

    public Reply post(String path, String body) {
        return send("POST", path, body, authorization());
    }

    public Reply delete(String path) {
        return send("DELETE", path, null, authorization());
    }

    /** Without the sign-in. */
    public Reply anonymously(String method, String path, String body) {
        return send(method, path, body, Map.of());
    }

    /** With these headers instead of the sign-in. */
    public Reply send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!headers.containsKey("Accept")) {
            request.header("Accept", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            Optional<String> type = response.headers().firstValue("Content-Type");
            var charset = type.filter(text -> text.contains("8859-1")).isPresent()
                    ? StandardCharsets.ISO_8859_1
                    : StandardCharsets.UTF_8;
            return new Reply(response.statusCode(), type, new String(response.body(), charset), response.headers());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Makes a device with this access token; returns its id. */
    public String deviceWithToken(String name, String token) {
        return created(post("/api/device?accessToken=" + token, json("name", name)));
    }

    /** Makes a device with this certificate, as PEM; returns its id. */
    public String deviceWithCertificate(String name, String pem) {
        return deviceWithCredentials(name, json("credentialsType", "X509_CERTIFICATE", "credentialsValue", pem));
    }

    /** Makes a device with these credentials, as JSON; returns its id. */
    public String deviceWithCredentials(String name, String credentials) {
        return created(post(
                "/api/device-with-credentials",
                "{\"device\":" + json("name", name) + ",\"credentials\":" + credentials + "}"));
    }

    private static String created(Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError("not created: " + reply);
        }
        return reply.json().path("id").path("id").asText();
    }

    private Map<String, String> authorization() {
        return bearer.map(token -> Map.of("X-Authorization", "Bearer " + token)).orElse(Map.of());
    }

    /** An object of texts: name, value, name, value. */
    public static String json(String... pairs) {
        var object = JSON.createObjectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(pairs[i], pairs[i + 1]);
        }
        return object.toString();
    }

    @Override
    public void close() {
        http.close();
    }
}
