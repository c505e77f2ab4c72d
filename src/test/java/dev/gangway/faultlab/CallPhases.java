package dev.gangway.faultlab;

import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.faultlab.HostileServer.Manners;
import dev.gangway.faultlab.Phase.Attempt;
import dev.gangway.faultlab.Phase.Speech;
import dev.gangway.http.HttpClients;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.thingsboard.ThingsBoard;
import dev.gangway.token.oauth.ClientAuth;
import dev.gangway.token.oauth.Grant;
import dev.gangway.token.oauth.OAuthClient;
import dev.gangway.token.oauth.TokenRequestSpec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** HTTP: the device API, a server that is asked after a test, tokens and keys that are fetched. */
final class CallPhases {
    private static final Speech STATUS =
            Speech.text("HTTP/1.1 20", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n");
    private static final Speech HEADERS = Speech.text("Content-Le", "", "X-More: and more\r\n");
    private static final Speech BODY = Speech.text("{\"a\":", "", "{}");
    private static final Speech CHUNKS = Speech.text("10\r\nabc", "", "5\r\nhello\r\n");
    private static final Speech ANSWER = Speech.text(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"to",
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
            "5\r\n     \r\n");

    static final List<Phase> ALL = List.of(
            new Phase("HTTP device API: status", STATUS, stage -> posting(stage, "")),
            new Phase("HTTP device API: headers", HEADERS, stage -> posting(stage, "HTTP/1.1 200 OK\r\n")),
            new Phase(
                    "HTTP device API: body",
                    BODY,
                    stage -> posting(stage, "HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n")),
            new Phase(
                    "HTTP device API: body of unknown length",
                    BODY,
                    stage -> posting(stage, "HTTP/1.1 200 OK\r\n\r\n")),
            new Phase(
                    "HTTP device API: chunks",
                    CHUNKS,
                    stage -> posting(stage, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")),
            new Phase(
                    "HTTPS device API",
                    STATUS,
                    stage -> Attempts.test(Lab.tls(1, ConnectionPhases.ROOT.leaf(), "t")
                            .at(DeviceApi.endpoint(
                                    "localhost",
                                    stage.port(ConnectionPhases.SERVER, stage.misbehaving()),
                                    Transport.HTTPS,
                                    false)))),
            new Phase("read back: sign-in", ANSWER, stage -> readingBack(stage, stage.misbehaving())),
            new Phase("read back: answer", ANSWER, stage -> readingBack(stage, signedIn(stage))),
            new Phase("look-up after a refusal", ANSWER, CallPhases::lookingUp),
            new Phase(
                    "token endpoint",
                    ANSWER,
                    stage -> (deadline, cancellation) ->
                            Attempts.of(oauth(deadline).request(request(stage), cancellation))),
            new Phase(
                    "JSON Web Key Set",
                    ANSWER,
                    stage -> (deadline, cancellation) ->
                            Attempts.of(oauth(deadline).keySet(address(stage, stage.misbehaving()), cancellation))));

    private CallPhases() {}

    private static Attempt posting(Stage stage, String begun) {
        int port = stage.port(socket -> {
            HostileServer.readSome(socket);
            socket.getOutputStream().write(ascii(begun));
            stage.misbehave(socket);
        });
        return Attempts.test(Lab.plain(1, "t").at(DeviceApi.endpoint("localhost", port, Transport.HTTP, false)));
    }

    private static Attempt readingBack(Stage stage, Manners rest) {
        ServerAdapter adapter = adapter(stage, rest);
        byte[] puback = {0x40, 2, 0, 1};
        Manners friendly = MqttPhases.accepting(Stage.answering(puback, HostileServer::waitForEnd));
        Plan plan = Lab.plain(stage.port(friendly), "t")
                .publishing(Lab.telemetry("{}"))
                .readingBack((_, _, cancellation) ->
                        adapter.find("lab", cancellation).map(found -> found.map(device -> device.name())));
        return Attempts.test(plan);
    }

    private static Attempt lookingUp(Stage stage) {
        ServerAdapter adapter = adapter(stage, stage.misbehaving());
        byte[] notAuthorized = {0x20, 3, 0, (byte) 0x87, 0};
        ServerFacts.Lookup lookup =
                cancellation -> adapter.find("lab", cancellation).toOptional().flatMap(_ -> Optional.empty());
        Plan plan = Lab.plain(stage.port(Stage.answering(notAuthorized, HostileServer::waitForEnd)), "t");
        return Attempts.test(plan.lookingUp(lookup));
    }

    private static Manners signedIn(Stage stage) {
        String tokens = "{\"token\":\"a\",\"refreshToken\":\"b\"}";
        return Stage.answering(
                ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + tokens.length()
                        + "\r\n\r\n" + tokens),
                stage.misbehaving());
    }

    private static ServerAdapter adapter(Stage stage, Manners manners) {
        ServerEntry entry = new ServerEntry(
                new UUID(0, 1),
                "lab",
                ServerEntry.Kind.THINGSBOARD,
                address(stage, manners),
                "user",
                Secret.of("password"),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return stage.keep(new ThingsBoard(new HttpClients()).connect(entry).orThrow());
    }

    private static OAuthClient oauth(Duration deadline) {
        return new OAuthClient(new HttpClients(), List.of(), Clock.systemUTC(), deadline);
    }

    private static TokenRequestSpec request(Stage stage) {
        return new TokenRequestSpec(
                address(stage, stage.misbehaving()),
                new ClientAuth.SecretBasic("lab", Secret.of("secret")),
                new Grant.ClientCredentials(),
                List.of(),
                Optional.empty());
    }

    private static URI address(Stage stage, Manners manners) {
        return URI.create("http://localhost:" + stage.port(manners));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
