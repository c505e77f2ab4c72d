package dev.gangway.enrolment.cmp;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/** Asks a CMP server. Safe for use by several threads; blocks, each message for half a minute at most. */
public final class CmpClient {
    private final HttpClients clients;
    private final Clock clock;

    /** Sends through these. */
    public CmpClient(HttpClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * A certificate for a key and its issuers, leaf first, without the root.
     *
     * @param patience until when to ask again where a person has to approve
     */
    public Outcome<List<X509Certificate>> request(
            CmpServer server,
            CmpAuthentication authentication,
            CmpRequest request,
            Deadline patience,
            Cancellation cancellation) {
        if (server.authorities().isEmpty()) {
            return Diagnosis.of(EnrolmentCode.AUTHORITY_UNCONFIRMED)
                    .with("host", server.url().getHost())
                    .remedy("enrolment.confirm-authority")
                    .failed();
        }
        Transaction transaction = switch (authentication) {
            // The subject is not known yet; the authority finds the secret by its reference.
            case CmpAuthentication.SharedSecret shared ->
                new Transaction(new X500Name(new org.bouncycastle.asn1.x500.RDN[0]), Optional.of(shared.reference()));
            case CmpAuthentication.Signature(var identity) ->
                new Transaction(
                        X500Name.getInstance(
                                identity.leaf().getSubjectX500Principal().getEncoded()),
                        Optional.empty());
        };
        Exchange exchange = new Exchange(
                clients,
                server,
                new MessageProtection(authentication, server.authorities(), clock),
                transaction,
                clock,
                cancellation);
        Optional<X509Certificate> replaced = authentication instanceof CmpAuthentication.Signature(var identity)
                ? Optional.of(identity.leaf())
                : Optional.empty();
        return exchange.run(request, replaced, patience);
    }

    /**
     * What a certificate is asked for.
     *
     * @param keys the private one shows by a signature that we have it
     * @param subject as in RFC 4514
     */
    public record CmpRequest(CmpRequestType kind, KeyPair keys, String subject) {}

    /** How messages show who sent them. */
    public sealed interface CmpAuthentication {
        /**
         * By a secret that the authority gave out, with the name that it knows it by (password-based MAC, RFC 9810, section
         * 5.1.3.1).
         */
        record SharedSecret(String reference, Secret secret) implements CmpAuthentication {}

        /** By a signature with a certificate that the authority trusts: of the maker, or of an earlier enrolment. */
        record Signature(Identity identity) implements CmpAuthentication {}
    }
}
