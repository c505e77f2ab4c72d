package dev.gangway.enrolment.est;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.enrolment.http.EnrolmentHttpClient.Reply;
import java.net.URI;

/** Turns answers that are not what was asked for into our own terms, by status and media type. */
final class EstRefusals {
    private EstRefusals() {}

    static <T> Outcome<T> of(Reply reply, URI at) {
        int status = reply.status();
        EnrolmentCode code = switch (status) {
            case 401, 403 -> EnrolmentCode.UNAUTHORIZED;
            case 404, 405 -> EnrolmentCode.NOT_HERE;
            default ->
                switch (status / 100) {
                    case 3 -> EnrolmentCode.REDIRECTED;
                    case 4 -> EnrolmentCode.REFUSED;
                    case 5 -> EnrolmentCode.SERVER_ERROR;
                    default -> EnrolmentCode.WRONG_CONTENT;
                };
        };
        return build(code, reply, at).remedy(remedy(code)).failed();
    }

    static <T> Outcome<T> wrongContent(Reply reply, URI at, String expected) {
        return build(EnrolmentCode.WRONG_CONTENT, reply, at)
                .fact("enrolment.content", "type", reply.type(), "expected", expected)
                .remedy("enrolment.check-address")
                .failed();
    }

    static <T> Outcome<T> damaged(URI at) {
        return Diagnosis.of(EnrolmentCode.DAMAGED)
                .with("host", at.getHost())
                .with("address", at)
                .remedy("enrolment.ask-operator")
                .failed();
    }

    private static Diagnosis.Builder build(EnrolmentCode code, Reply reply, URI at) {
        Diagnosis.Builder diagnosis = Diagnosis.of(code)
                .with("host", at.getHost())
                .with("address", at)
                .with("status", reply.status());
        if (!reply.serverSaid().isEmpty()) {
            diagnosis.fact("server-said", "message", reply.serverSaid());
        }
        return diagnosis;
    }

    private static String remedy(EnrolmentCode code) {
        return switch (code) {
            case UNAUTHORIZED -> "enrolment.check-login";
            case NOT_HERE, REDIRECTED, WRONG_CONTENT -> "enrolment.check-address";
            case SERVER_ERROR -> "try-again";
            default -> "enrolment.ask-operator";
        };
    }
}
