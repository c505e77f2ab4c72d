package dev.gangway.ui.devices.credentials;

import dev.gangway.device.TokenClient;
import dev.gangway.device.TokenClient.Grant;
import dev.gangway.device.TokenClient.Proof;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import dev.gangway.token.jwt.Algorithm;
import dev.gangway.token.jwt.JwtKeys;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import dev.gangway.token.oauth.Metadata;
import dev.gangway.ui.kit.ImportViewModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A client of an authorization server, as people enter it. For the UI thread alone. */
final class TokenClientViewModel {
    /** What it asks with. */
    enum GrantKind {
        CLIENT_CREDENTIALS,
        PASSWORD,
        REFRESH,
        DEVICE_LOGIN
    }

    /** How it shows who it is. */
    enum ProofKind {
        SECRET_BASIC,
        SECRET_POST,
        PRIVATE_KEY,
        CERTIFICATE,
        NOTHING
    }

    /** Everything that is entered as text. */
    enum Text {
        ISSUER,
        ENDPOINT,
        DEVICE_ENDPOINT,
        CLIENT_ID,
        CLIENT_SECRET,
        CLIENT_KEY,
        CLIENT_KEY_ID,
        USER_NAME,
        PASSWORD,
        REFRESH_TOKEN,
        SCOPES,
        AUDIENCE,
        ANCHORS
    }

    private final Map<Text, StringProperty> texts = new EnumMap<>(Text.class);
    private final ObjectProperty<GrantKind> grant = new SimpleObjectProperty<>(GrantKind.CLIENT_CREDENTIALS);
    private final ObjectProperty<ProofKind> proof = new SimpleObjectProperty<>(ProofKind.SECRET_BASIC);
    private final ObjectProperty<Algorithm> algorithm = new SimpleObjectProperty<>(Algorithm.RS256);
    private final CredentialReader reader;
    private final ImportViewModel certificate;

    TokenClientViewModel(CredentialReader reader, ImportViewModel certificate) {
        this.reader = reader;
        this.certificate = certificate;
        for (Text each : Text.values()) {
            texts.put(each, new SimpleStringProperty(""));
        }
    }

    /** One of the texts. */
    StringProperty text(Text which) {
        return texts.getOrDefault(which, new SimpleStringProperty(""));
    }

    /** What it asks with. */
    ObjectProperty<GrantKind> grant() {
        return grant;
    }

    /** How it shows who it is. */
    ObjectProperty<ProofKind> proof() {
        return proof;
    }

    /** What an assertion is signed with. */
    ObjectProperty<Algorithm> algorithm() {
        return algorithm;
    }

    /** The client's certificate and key, for mutual TLS. */
    ImportViewModel certificate() {
        return certificate;
    }

    /** Takes over what a server says of itself. */
    void found(Metadata metadata) {
        text(Text.ENDPOINT).set(metadata.tokenEndpoint().toString());
        metadata.deviceEndpoint()
                .ifPresent(endpoint -> text(Text.DEVICE_ENDPOINT).set(endpoint.toString()));
    }

    /** The issuer's address; fails where it is none. */
    Outcome<URI> issuer() {
        return address(Text.ISSUER);
    }

    /** Authorities of the server's TLS certificate, as PEM. */
    List<String> anchors() {
        return filled(Text.ANCHORS).stream().toList();
    }

    /** The client; fails where something is missing or wrong. */
    Outcome<TokenClient> client() {
        Optional<String> id = filled(Text.CLIENT_ID);
        return address(Text.ENDPOINT)
                .then(endpoint -> id.isEmpty()
                        ? missing("client-id")
                        : proven().then(how -> granted()
                                .map(what -> new TokenClient(
                                        endpoint, id.get(), how, what, scopes(), filled(Text.AUDIENCE), anchors()))));
    }

    List<Observable> inputs() {
        List<Observable> inputs = new ArrayList<>(texts.values());
        inputs.addAll(List.of(grant, proof, algorithm, certificate.result()));
        return inputs;
    }

    private Outcome<Grant> granted() {
        return switch (grant.get()) {
            case CLIENT_CREDENTIALS -> Outcome.ok(new Grant.ClientCredentials());
            case PASSWORD ->
                filled(Text.USER_NAME)
                        .<Outcome<Grant>>map(name -> Outcome.ok(new Grant.Password(
                                name, Secret.of(text(Text.PASSWORD).get()))))
                        .orElseGet(() -> missing("user-name"));
            case REFRESH ->
                filled(Text.REFRESH_TOKEN)
                        .<Outcome<Grant>>map(token -> Outcome.ok(new Grant.Refresh(Secret.of(token))))
                        .orElseGet(() -> missing("refresh-token"));
            case DEVICE_LOGIN -> address(Text.DEVICE_ENDPOINT).map(Grant.DeviceLogin::new);
        };
    }

    private Outcome<Proof> proven() {
        return switch (proof.get()) {
            case NOTHING -> Outcome.ok(new Proof.Nothing());
            case SECRET_BASIC -> secret().map(Proof.SecretBasic::new);
            case SECRET_POST -> secret().map(Proof.SecretPost::new);
            case PRIVATE_KEY ->
                reader.readPair(Source.text("", text(Text.CLIENT_KEY).get()), Optional.empty())
                        .map(pair -> new SigningKey.Pair(pair.getPublic(), pair.getPrivate()))
                        .map(pair -> new Proof.PrivateKeyJwt(
                                algorithm.get().headerName(),
                                JwtKeys.stored(pair),
                                JwtKeys.publicPem(pair).orElseThrow(),
                                filled(Text.CLIENT_KEY_ID)));
            case CERTIFICATE -> {
                Optional<Diagnosis> problem = LeafViewModel.missing(certificate);
                yield problem.<Outcome<Proof>>map(Outcome::failed)
                        .orElseGet(() -> Outcome.ok(certificate
                                .result()
                                .get()
                                .identity()
                                .map(its -> new Proof.MutualTls(its.chain(), Keys.pkcs8(its.key())))
                                .orElseThrow()));
            }
        };
    }

    private Outcome<Secret> secret() {
        return filled(Text.CLIENT_SECRET)
                .map(text -> Outcome.ok(Secret.of(text)))
                .orElseGet(() -> missing("client-secret"));
    }

    private List<String> scopes() {
        return Arrays.stream(text(Text.SCOPES).get().strip().split("[\\s,]+"))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private Outcome<URI> address(Text which) {
        try {
            URI address = URI.create(text(which).get().strip());
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null) {
                return Outcome.ok(address);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // the diagnosis is the same
        }
        return Diagnosis.of(OnboardingCode.TOKEN_ADDRESS_INVALID)
                .with("address", text(which).get())
                .remedy("onboarding.enter-address")
                .failed();
    }

    private Optional<String> filled(Text which) {
        return Optional.of(text(which).get().strip()).filter(text -> !text.isEmpty());
    }

    private static <T> Outcome<T> missing(String field) {
        return Diagnosis.of(OnboardingCode.TOKEN_CLIENT_INCOMPLETE)
                .with("field", field)
                .remedy("onboarding.complete-client")
                .failed();
    }
}
