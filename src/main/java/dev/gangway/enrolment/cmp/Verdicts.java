package dev.gangway.enrolment.cmp;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Printable;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.enrolment.http.EnrolmentHttpClient.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;

/** What an authority said instead of a certificate, in our own terms. */
final class Verdicts {
    private static final int LONGEST_QUOTE = 200;

    /** Bits of PKIFailureInfo in their order (RFC 9810, section 5.2.3). */
    private static final List<String> REASONS = List.of(
            "badAlg",
            "badMessageCheck",
            "badRequest",
            "badTime",
            "badCertId",
            "badDataFormat",
            "wrongAuthority",
            "incorrectData",
            "missingTimeStamp",
            "badPOP",
            "certRevoked",
            "certConfirmed",
            "wrongIntegrity",
            "badRecipientNonce",
            "timeNotAvailable",
            "unacceptedPolicy",
            "unacceptedExtension",
            "addInfoNotAvailable",
            "badSenderNonce",
            "badCertTemplate",
            "signerNotTrusted",
            "transactionIdInUse",
            "unsupportedVersion",
            "notAuthorized",
            "systemUnavail",
            "systemFailure",
            "duplicateCertReq");

    private static final List<String> STATUSES = List.of(
            "accepted",
            "grantedWithMods",
            "rejection",
            "waiting",
            "revocationWarning",
            "revocationNotification",
            "keyUpdateWarning");

    private Verdicts() {}

    static <T> Outcome<T> refused(PKIBody body, String host) {
        return body.getType() == PKIBody.TYPE_ERROR
                ? refused(ErrorMsgContent.getInstance(body.getContent()).getPKIStatusInfo(), host)
                : Diagnosis.of(EnrolmentCode.WRONG_CONTENT)
                        .with("host", host)
                        .remedy("enrolment.ask-operator")
                        .failed();
    }

    static <T> Outcome<T> refused(PKIStatusInfo status, String host) {
        int number = status.getStatus().intValue();
        Diagnosis.Builder diagnosis = Diagnosis.of(EnrolmentCode.CMP_REFUSED)
                .with("host", host)
                .with("status", number >= 0 && number < STATUSES.size() ? STATUSES.get(number) : "" + number);
        said(status, diagnosis);
        return diagnosis
                .remedy("enrolment.check-secret")
                .remedy("enrolment.ask-operator")
                .failed();
    }

    private static void said(PKIStatusInfo status, Diagnosis.Builder diagnosis) {
        List<String> reasons = new ArrayList<>();
        if (status.getFailInfo() != null) {
            byte[] bits = status.getFailInfo().getBytes();
            for (int i = 0; i < REASONS.size() && i / 8 < bits.length; i++) {
                if ((bits[i / 8] & 0x80 >> i % 8) != 0) {
                    reasons.add(REASONS.get(i));
                }
            }
        }
        if (!reasons.isEmpty()) {
            diagnosis.fact("enrolment.fail-info", "info", String.join(", ", reasons));
        }
        PKIFreeText text = status.getStatusString();
        for (int i = 0; text != null && i < text.size(); i++) {
            diagnosis.fact(
                    "server-said",
                    "message",
                    Printable.quoted(text.getStringAtUTF8(i).getString(), LONGEST_QUOTE));
        }
    }

    /** An answer that nobody we know has protected; what it claims is shown as what it claims. */
    static <T> Outcome<T> unsound(EnrolmentCode code, GeneralPKIMessage message, String host) {
        Diagnosis.Builder diagnosis = Diagnosis.of(code).with("host", host);
        if (message.getBody().getType() == PKIBody.TYPE_ERROR) {
            said(ErrorMsgContent.getInstance(message.getBody().getContent()).getPKIStatusInfo(), diagnosis);
        }
        return diagnosis.remedy("enrolment.check-secret").failed();
    }

    static <T> Outcome<T> notCmp(Reply reply, URI at, String expected) {
        EnrolmentCode code = reply.status() == 404 || reply.status() == 405
                ? EnrolmentCode.NOT_HERE
                : reply.status() / 100 == 5 ? EnrolmentCode.SERVER_ERROR : EnrolmentCode.WRONG_CONTENT;
        Diagnosis.Builder diagnosis = Diagnosis.of(code)
                .with("host", at.getHost())
                .with("address", at)
                .with("status", reply.status())
                .fact("enrolment.content", "type", reply.type(), "expected", expected);
        if (!reply.serverSaid().isEmpty()) {
            diagnosis.fact("server-said", "message", reply.serverSaid());
        }
        return diagnosis.remedy("enrolment.check-address").failed();
    }
}
