package dev.gangway.vault;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.HeldToken;
import dev.gangway.device.KeyRef;
import dev.gangway.device.ServerState;
import dev.gangway.device.TokenClient;
import dev.gangway.device.TokenSigning;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Devices, credentials and servers: of every variant, filled at random from a seed. */
public final class Samples {
    /** How devices are kept in these tests. */
    public static final RecordType<Device> DEVICES = new RecordType<>(
            "test-device", Device.class, device -> device.id().toString(), device -> Map.of("name", device.name()));

    /** How servers are kept in these tests. */
    public static final RecordType<ServerEntry> SERVERS =
            RecordType.of("test-server", ServerEntry.class, entry -> entry.id().toString());

    private static final String CERTIFICATE = """
        MIIBojCCAUegAwIBAgIUXoKbe2wv5VaF/dvmKJ/anyn1FBIwCgYIKoZIzj0EAwIwJjESMBAGA1UE
        AwwJcHVtcC0wNDE3MRAwDgYDVQQKDAdQbGFudCAyMB4XDTI2MTEyMTAyNDEyOFoXDTM2MTExODAy
        NDEyOFowJjESMBAGA1UEAwwJcHVtcC0wNDE3MRAwDgYDVQQKDAdQbGFudCAyMFkwEwYHKoZIzj0C
        AQYIKoZIzj0DAQcDQgAE/l2hznH9nz+s6XtPd7oR/xuEglBDKAnAzbXRigK/C/NhXuGRa6tt9r2N
        NTqTbTkfHOCo+aVuaGVF2SLxZhAMfKNTMFEwHQYDVR0OBBYEFMpbkbvIe1tZ+kPCH7T76yRQrrLz
        MB8GA1UdIwQYMBaAFMpbkbvIe1tZ+kPCH7T76yRQrrLzMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
        zj0EAwIDSQAwRgIhALFI4Sp2qzhLlhfnxN0GmoDYuUJWSl2vY4+LOOO16xLFAiEA9JPuqVAs3sLt
        T8fwRYA9tUJtcjq7vBAV8nGPuRUK+rQ=\
        """;

    private final Random random;

    /** Samples that are the same for the same seed. */
    public Samples(long seed) {
        random = new Random(seed);
    }

    /** A device with this name and token. */
    public static Device device(String name, String token) {
        return new Device(
                UUID.randomUUID(),
                name,
                Optional.of("SN-" + name),
                "default",
                "",
                new Credential.AccessToken(Secret.of(token)),
                ServerState.none(),
                Instant.parse("2026-03-04T05:06:07.123456789Z"));
    }

    /** A device with each kind of credential. */
    public Stream<Device> devices() {
        return credentials()
                .map(credential -> new Device(
                        UUID.randomUUID(),
                        text(),
                        maybe(this::text),
                        text(),
                        text(),
                        credential,
                        state(),
                        Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000))));
    }

    /** One server of each kind. */
    public Stream<ServerEntry> servers() {
        return Stream.of(ServerEntry.Kind.values())
                .map(kind -> new ServerEntry(
                        UUID.randomUUID(),
                        text(),
                        kind,
                        URI.create("https://tb.example:8443/" + random.nextInt()),
                        text(),
                        secret(),
                        maybe(() -> new ServerEntry.HostPort(text(), 1883)),
                        maybe(() -> new ServerEntry.HostPort(text(), 8883)),
                        random.nextBoolean() ? List.of() : List.of(text(), text())));
    }

    private Stream<Credential> credentials() {
        return Stream.of(
                new Credential.None(),
                new Credential.AccessToken(secret()),
                new Credential.MqttBasic(maybe(this::text), maybe(this::text), maybe(this::secret)),
                new Credential.X509Leaf(certificate(), new KeyRef.Stored(secret())),
                new Credential.X509Leaf(certificate(), new KeyRef.OnDevice()),
                new Credential.X509Chain(
                        List.of(certificate(), certificate()), new KeyRef.InHardware(text(), text(), text())),
                new Credential.Jwt(secret(), random.nextBoolean(), maybe(this::text), maybe(this::signing)),
                oauth(new TokenClient.Proof.Nothing(), new TokenClient.Grant.DeviceLogin(uri())),
                oauth(new TokenClient.Proof.SecretBasic(secret()), new TokenClient.Grant.ClientCredentials()),
                oauth(new TokenClient.Proof.SecretPost(secret()), new TokenClient.Grant.Password(text(), secret())),
                oauth(
                        new TokenClient.Proof.PrivateKeyJwt(text(), secret(), text(), maybe(this::text)),
                        new TokenClient.Grant.Refresh(secret())),
                oauth(
                        new TokenClient.Proof.MutualTls(List.of(certificate()), secret()),
                        new TokenClient.Grant.ClientCredentials()),
                new Credential.Provisioning(text(), secret()));
    }

    private Credential oauth(TokenClient.Proof proof, TokenClient.Grant grant) {
        TokenClient client = new TokenClient(
                uri(), text(), proof, grant, List.of(text(), text()), maybe(this::text), List.of(text()));
        return new Credential.OAuth(client, maybe(this::held), random.nextBoolean(), maybe(this::text));
    }

    private HeldToken held() {
        return new HeldToken(
                secret(),
                maybe(this::secret),
                Instant.ofEpochMilli(random.nextInt()),
                maybe(() -> Duration.ofSeconds(random.nextInt(10_000))));
    }

    private TokenSigning signing() {
        return new TokenSigning(
                text(), secret(), maybe(this::text), maybe(this::text), text(), Duration.ofSeconds(random.nextInt(10)));
    }

    private URI uri() {
        return URI.create("https://id.example/" + random.nextInt());
    }

    private ServerState state() {
        ServerState.Push[] all = ServerState.Push.values();
        return new ServerState(
                maybe(UUID::randomUUID),
                maybe(this::text),
                all[random.nextInt(all.length)],
                maybe(() -> Instant.ofEpochMilli(random.nextInt())));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private Secret secret() {
        byte[] bytes = new byte[random.nextInt(3000)];
        random.nextBytes(bytes);
        return Secret.copyOf(bytes);
    }

    /** Up to 300 characters from all planes, without lone surrogates. */
    private String text() {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(300), 0, Character.MAX_CODE_POINT + 1)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static X509Certificate certificate() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(CERTIFICATE)));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
