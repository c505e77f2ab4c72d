package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.credentials.Enrolments.NewKey;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.ClientAuthentication;
import dev.gangway.enrolment.est.Bootstrap;
import dev.gangway.enrolment.est.CsrAttributes;
import dev.gangway.enrolment.est.EstClient;
import dev.gangway.enrolment.est.EstServer;
import dev.gangway.pki.Pem;
import dev.gangway.pki.authority.CertificateRequests;
import dev.gangway.server.TrustAnchors;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Enrolment of devices by EST (RFC 7030). Safe for use by several threads; blocks for the network. */
public final class EstEnrolment {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EstClient client;
    private final Enrolments enrolments;
    private final CertificateRequests requests;

    /** Asks by this client, for certificates over requests made by {@code requests}. */
    public EstEnrolment(EstClient client, Enrolments enrolments, CertificateRequests requests) {
        this.client = client;
        this.enrolments = enrolments;
        this.requests = requests;
    }

    /**
     * The server with the authorities that it issues with.
     *
     * @param anchors that its own certificate may end at; none for Java's
     * @param sha256 fingerprint of its authority as the operator told it; needed where its certificate is not trusted
     */
    public Outcome<EstServer> server(
            String address, List<X509Certificate> anchors, Optional<String> sha256, Cancellation cancellation) {
        return EstServer.at(address, anchors)
                .then(server -> new Bootstrap(client).trusted(server, sha256, cancellation));
    }

    /** What the server wants to see in requests. */
    public Outcome<CsrAttributes> csrAttributes(
            EstServer server, ClientAuthentication authentication, Cancellation cancellation) {
        return client.csrAttributes(server, authentication, cancellation);
    }

    /**
     * A first certificate for a device.
     *
     * @param patience how long to wait where a person has to approve
     */
    public Outcome<Device> enrol(
            Device device,
            EstServer server,
            ClientAuthentication authentication,
            NewKey key,
            String subject,
            Duration patience,
            Cancellation cancellation) {
        Deadline deadline = Deadline.in(patience);
        return enrolments.enrol(
                device, key, subject, (keys, name) -> ask(server, authentication, keys, name, deadline, cancellation));
    }

    /** A credential as chosen, for this subject; a person has to approve within a minute where one has to. */
    Outcome<Credential> credential(CredentialChoice.Enrolled wanted, String subject) {
        Cancellation never = new Cancellation();
        Deadline deadline = Deadline.in(PATIENCE);
        ClientAuthentication authentication = new ClientAuthentication(
                wanted.user()
                        .flatMap(user ->
                                wanted.password().map(password -> new ClientAuthentication.Login(user, password))),
                Optional.empty());
        Outcome<List<X509Certificate>> anchors =
                wanted.anchors().isEmpty() ? Outcome.ok(List.of()) : TrustAnchors.of(wanted.anchors());
        return anchors.then(trusted -> server(wanted.address(), trusted, wanted.sha256(), never))
                .then(server -> enrolments.issue(
                        new NewKey.InVault(wanted.key()),
                        subject,
                        (keys, name) -> ask(server, authentication, keys, name, deadline, never)));
    }

    private Outcome<List<X509Certificate>> ask(
            EstServer server,
            ClientAuthentication authentication,
            KeyPair keys,
            String subject,
            Deadline deadline,
            Cancellation cancellation) {
        return request(keys, subject)
                .then(request -> client.await(
                        () -> client.enrol(server, authentication, request, keys.getPublic(), cancellation),
                        server.base().getHost(),
                        deadline,
                        cancellation));
    }

    /** Another certificate for the same subject; the device's present one shows who asks. */
    public Outcome<Device> renew(Device device, EstServer server, Duration patience, Cancellation cancellation) {
        Deadline deadline = Deadline.in(patience);
        return enrolments.renew(
                device,
                (old, keys, name) -> request(keys, name)
                        .then(request -> client.await(
                                () -> client.renew(
                                        server,
                                        ClientAuthentication.certificate(old),
                                        request,
                                        keys.getPublic(),
                                        cancellation),
                                server.base().getHost(),
                                deadline,
                                cancellation)));
    }

    private Outcome<byte[]> request(KeyPair keys, String subject) {
        return requests.make(keys, subject).map(Pem::content);
    }
}
