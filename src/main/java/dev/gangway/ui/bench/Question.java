package dev.gangway.ui.bench;

import dev.gangway.bench.model.Endpoint;
import java.security.cert.X509Certificate;

/** What a person has to decide before a remedy is carried out. */
public sealed interface Question {
    /** Whether this authority is trusted, after its fingerprint was compared. */
    record Trust(X509Certificate authority) implements Question {}

    /** Whether the credential may go to a server that another one, or a certificate, has named. */
    record SendTo(Endpoint endpoint) implements Question {}

    /** Whether the credential may be sent where everybody on the way can read it. */
    record SendReadable(Endpoint endpoint) implements Question {}
}
