package dev.gangway.enrolment.cmp;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.OwnBug;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.enrolment.IssuedCertificates;
import dev.gangway.enrolment.RetryWait;
import dev.gangway.enrolment.cmp.CmpClient.CmpRequest;
import dev.gangway.enrolment.http.EnrolmentHttpClient;
import dev.gangway.enrolment.http.EnrolmentHttpClient.Reply;
import dev.gangway.http.HttpClients;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PollRepContent;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;

/** One transaction: request, perhaps polling, certificate, perhaps confirmation. */
final class Exchange {
    private static final String TYPE = "application/pkixcmp";

    private final EnrolmentHttpClient http;
    private final CmpServer server;
    private final String host;
    private final MessageProtection protection;
    private final Transaction transaction;
    private final Clock clock;
    private final Cancellation cancellation;

    Exchange(
            HttpClients clients,
            CmpServer server,
            MessageProtection protection,
            Transaction transaction,
            Clock clock,
            Cancellation cancellation) {
        this.http = EnrolmentHttpClient.trusting(clients, List.of(), server.authorities(), Optional.empty());
        this.server = server;
        this.host = server.url().getHost();
        this.protection = protection;
        this.transaction = transaction;
        this.clock = clock;
        this.cancellation = cancellation;
    }

    Outcome<List<X509Certificate>> run(CmpRequest request, Optional<X509Certificate> replaced, Deadline patience) {
        BigInteger number = Bodies.number(request.kind());
        return send(transaction.first(Bodies.request(request, replaced), clock.instant()))
                .then(answer -> granted(answer, request.kind(), number, patience))
                .then(answer -> certificates(answer)
                        .then(sent -> IssuedCertificates.check(
                                sent, request.keys().getPublic(), server.authorities(), host, clock.instant()))
                        .then(chain -> confirmed(answer, chain, number)));
    }

    /** Waits where the authority wants us to. */
    private Outcome<GeneralPKIMessage> granted(
            GeneralPKIMessage first, CmpRequestType type, BigInteger number, Deadline patience) {
        GeneralPKIMessage answer = first;
        while (true) {
            Optional<Duration> wait = wait(answer, type);
            if (wait.isEmpty()) {
                return judged(answer, type);
            }
            Optional<Diagnosis> stopped = RetryWait.wait(wait.get(), patience, host, cancellation);
            if (stopped.isPresent()) {
                return Outcome.failed(stopped.get());
            }
            switch (send(transaction.message(Bodies.poll(number), clock.instant()))) {
                case Outcome.Failed<GeneralPKIMessage>(Diagnosis why) -> {
                    return Outcome.failed(why);
                }
                case Outcome.Ok<GeneralPKIMessage>(GeneralPKIMessage next) -> answer = next;
            }
        }
    }

    private static Optional<Duration> wait(GeneralPKIMessage answer, CmpRequestType type) {
        PKIBody body = answer.getBody();
        if (body.getType() == PKIBody.TYPE_POLL_REP) {
            PollRepContent poll = PollRepContent.getInstance(body.getContent());
            return Optional.of(
                    Duration.ofSeconds(Math.max(1, poll.getCheckAfter(0).intValueExact())));
        }
        if (body.getType() == type.reply()) {
            CertResponse[] all = CertRepMessage.getInstance(body.getContent()).getResponse();
            boolean waiting = all.length > 0 && all[0].getStatus().getStatus().intValue() == PKIStatus.WAITING;
            // how long, the answer to the first question tells (RFC 9810, section 5.3.22)
            return waiting ? Optional.of(Duration.ZERO) : Optional.empty();
        }
        return Optional.empty();
    }

    private Outcome<GeneralPKIMessage> judged(GeneralPKIMessage answer, CmpRequestType type) {
        PKIBody body = answer.getBody();
        if (body.getType() == PKIBody.TYPE_ERROR) {
            return Verdicts.refused(body, host);
        }
        if (body.getType() != type.reply()) {
            return failed(EnrolmentCode.WRONG_CONTENT);
        }
        CertResponse[] all = CertRepMessage.getInstance(body.getContent()).getResponse();
        if (all.length == 0) {
            return failed(EnrolmentCode.NO_CERTIFICATE);
        }
        int status = all[0].getStatus().getStatus().intValue();
        return status == PKIStatus.GRANTED || status == PKIStatus.GRANTED_WITH_MODS
                ? Outcome.ok(answer)
                : Verdicts.refused(all[0].getStatus(), host);
    }

    private Outcome<List<X509Certificate>> certificates(GeneralPKIMessage answer) {
        CertRepMessage reply = CertRepMessage.getInstance(answer.getBody().getContent());
        List<CMPCertificate> all = new ArrayList<>();
        for (CertResponse response : reply.getResponse()) {
            if (response.getCertifiedKeyPair() != null) {
                all.add(response.getCertifiedKeyPair().getCertOrEncCert().getCertificate());
            }
        }
        CMPCertificate[] extra = answer.toASN1Structure().getExtraCerts();
        if (extra != null) {
            all.addAll(List.of(extra));
        }
        try {
            List<X509Certificate> found = new ArrayList<>();
            for (CMPCertificate each : all) {
                if (each != null) {
                    found.add(
                            MessageProtection.certificate(each.getX509v3PKCert().getEncoded()));
                }
            }
            return Outcome.ok(List.copyOf(found));
        } catch (IOException | CertificateException damaged) {
            return failed(EnrolmentCode.DAMAGED);
        }
    }

    private Outcome<List<X509Certificate>> confirmed(
            GeneralPKIMessage answer, List<X509Certificate> chain, BigInteger number) {
        if (Transaction.isConfirmed(answer.getHeader())) {
            return Outcome.ok(chain);
        }
        return send(transaction.message(Bodies.confirm(chain.getFirst(), number), clock.instant()))
                .then(last -> last.getBody().getType() == PKIBody.TYPE_CONFIRM
                        ? Outcome.ok(chain)
                        : Verdicts.refused(last.getBody(), host));
    }

    private Outcome<GeneralPKIMessage> send(ProtectedPKIMessageBuilder message) {
        try {
            byte[] der = protection.protect(message).toASN1Structure().getEncoded();
            return http.post(server.url(), Map.of(), TYPE, der, cancellation).then(this::read);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Looks at the body only after protection and header were found to be good. */
    private Outcome<GeneralPKIMessage> read(Reply reply) {
        if (!reply.type().equals(TYPE)) {
            return Verdicts.notCmp(reply, server.url(), TYPE);
        }
        try {
            GeneralPKIMessage message = new GeneralPKIMessage(reply.body());
            Optional<EnrolmentCode> wrong =
                    protection.refuse(message).or(() -> transaction.refuse(message.getHeader()));
            return wrong.isPresent() ? Verdicts.unsound(wrong.get(), message, host) : Outcome.ok(message);
        } catch (IOException | RuntimeException damaged) {
            OwnBug.passOn(damaged);
            // The parser lets out whatever malformed input leads it to.
            return failed(EnrolmentCode.DAMAGED);
        }
    }

    private <T> Outcome<T> failed(EnrolmentCode code) {
        return Diagnosis.of(code)
                .with("host", host)
                .with("address", server.url())
                .remedy("enrolment.ask-operator")
                .failed();
    }
}
