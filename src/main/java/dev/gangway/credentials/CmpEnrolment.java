package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.credentials.Enrolments.NewKey;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.cmp.CmpClient;
import dev.gangway.enrolment.cmp.CmpClient.CmpAuthentication;
import dev.gangway.enrolment.cmp.CmpClient.CmpRequest;
import dev.gangway.enrolment.cmp.CmpRequestType;
import dev.gangway.enrolment.cmp.CmpServer;
import dev.gangway.pki.authority.CertificateRequests;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/** Enrolment of devices by CMP (RFC 9810). Safe for use by several threads; blocks for the network. */
public final class CmpEnrolment {
    private final CmpClient client;
    private final Enrolments enrolments;
    private final CertificateRequests requests;

    /** Asks by this client, for certificates over requests made by {@code requests}. */
    public CmpEnrolment(CmpClient client, Enrolments enrolments, CertificateRequests requests) {
        this.client = client;
        this.enrolments = enrolments;
        this.requests = requests;
    }

    /**
     * A certificate for a device.
     *
     * @param type how it is asked for; not {@link CmpRequestType#UPDATE}, which {@link #renew} is for
     * @param patience how long to wait where a person has to approve
     */
    public Outcome<Device> enrol(
            Device device,
            CmpServer server,
            CmpAuthentication authentication,
            CmpRequestType type,
            NewKey key,
            String subject,
            Duration patience,
            Cancellation cancellation) {
        Deadline deadline = Deadline.in(patience);
        return enrolments.enrol(
                device,
                key,
                subject,
                (keys, name) -> ask(server, authentication, type, keys, name, deadline, cancellation));
    }

    /** A certificate in the place of the present one, which signs the request. */
    public Outcome<Device> renew(Device device, CmpServer server, Duration patience, Cancellation cancellation) {
        Deadline deadline = Deadline.in(patience);
        return enrolments.renew(
                device,
                (old, keys, name) -> ask(
                        server,
                        new CmpAuthentication.Signature(old),
                        CmpRequestType.UPDATE,
                        keys,
                        name,
                        deadline,
                        cancellation));
    }

    /** A subject that makes a request will do in the other forms as well. */
    private Outcome<List<X509Certificate>> ask(
            CmpServer server,
            CmpAuthentication authentication,
            CmpRequestType type,
            KeyPair keys,
            String subject,
            Deadline deadline,
            Cancellation cancellation) {
        return requests.make(keys, subject)
                .then(sound -> client.request(
                        server, authentication, new CmpRequest(type, keys, subject), deadline, cancellation));
    }
}
