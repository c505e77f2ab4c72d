package dev.gangway.enrolment.http;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Printable;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.http.HttpClients;
import dev.gangway.http.ServerTrust;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.path.HostNames;
import dev.gangway.pki.path.SystemAuthorities;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Requests to one enrolment server. Follows no redirects: what it sends is for this server alone. */
public final class EnrolmentHttpClient {
    /** A certificate with a long chain has some tens of kilobytes. */
    private static final long LARGEST = 1 << 20;

    private static final int LONGEST_QUOTE = 300;
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final OkHttpClient client;

    private EnrolmentHttpClient(OkHttpClient client) {
        this(client, DEADLINE);
    }

    private EnrolmentHttpClient(OkHttpClient client, Duration deadline) {
        this.client = client.newBuilder().callTimeout(deadline).build();
    }

    /** The same, with this long for each answer, its last byte included, instead of 30 s. */
    EnrolmentHttpClient within(Duration deadline) {
        return new EnrolmentHttpClient(client, deadline);
    }

    /**
     * Trusts these authorities, or those that Java ships where there are none.
     *
     * @param more trusted in any case
     */
    public static EnrolmentHttpClient trusting(
            HttpClients clients,
            List<X509Certificate> anchors,
            List<X509Certificate> more,
            Optional<Identity> identity) {
        if (more.isEmpty()) {
            return new EnrolmentHttpClient(clients.trusting(anchors, identity));
        }
        List<X509Certificate> all = new ArrayList<>(more);
        all.addAll(anchors.isEmpty() ? SystemAuthorities.all() : anchors);
        return new EnrolmentHttpClient(clients.trusting(all, identity));
    }

    /** Trusts anybody, and shows nobody anything. */
    public static EnrolmentHttpClient unverified() {
        return new EnrolmentHttpClient(TrustAllManager.client());
    }

    /** GET. */
    public Outcome<Reply> get(URI at, Map<String, String> headers, Cancellation cancellation) {
        return send(request(at, headers).get().build(), at, cancellation);
    }

    /** POST. */
    public Outcome<Reply> post(
            URI at, Map<String, String> headers, String type, byte[] body, Cancellation cancellation) {
        RequestBody content = RequestBody.create(body, MediaType.get(type));
        return send(request(at, headers).post(content).build(), at, cancellation);
    }

    private static Request.Builder request(URI at, Map<String, String> headers) {
        Request.Builder builder = new Request.Builder().url(at.toString());
        headers.forEach(builder::header);
        return builder;
    }

    private Outcome<Reply> send(Request request, URI at, Cancellation cancellation) {
        Call call = client.newCall(request);
        try (var registered = cancellation.onCancel(call::cancel);
                Response response = call.execute()) {
            return Outcome.ok(reply(response));
        } catch (IOException broken) {
            return failure(broken, at, cancellation);
        }
    }

    private static Reply reply(Response response) throws IOException {
        MediaType type = response.body().contentType();
        String name = type == null ? "" : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
        byte[] body = response.peekBody(LARGEST).bytes();
        String said = name.startsWith("text/") || name.endsWith("json") ? quote(body) : "";
        return new Reply(response.code(), name, retryAfter(response.header("Retry-After")), body, said);
    }

    private static Optional<Duration> retryAfter(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static String quote(byte[] body) {
        return Printable.quoted(
                new String(body, StandardCharsets.UTF_8).replaceAll("<[^>]*>|\\p{Cntrl}", " "), LONGEST_QUOTE);
    }

    private static <T> Outcome<T> failure(IOException broken, URI at, Cancellation cancellation) {
        EnrolmentCode code = cancellation.isCancelled()
                ? EnrolmentCode.CANCELLED
                : switch (broken) {
                    case SSLPeerUnverifiedException otherName -> EnrolmentCode.HOST_MISMATCH;
                    case SSLException tls
                    when refusedChain(tls).isPresent() ->
                        refusedChain(tls).get().isForOtherHost()
                                ? EnrolmentCode.HOST_MISMATCH
                                : EnrolmentCode.UNTRUSTED;
                    case SSLException tls -> EnrolmentCode.TLS_FAILED;
                    case InterruptedIOException late -> EnrolmentCode.TIMED_OUT;
                    default -> EnrolmentCode.UNREACHABLE;
                };
        Diagnosis.Builder diagnosis =
                Diagnosis.of(code).with("host", at.getHost()).with("address", at);
        refusedChain(broken).ifPresent(refused -> {
            X509Certificate last = refused.chain().getLast();
            diagnosis.fact("tls-subject", "subject", Subjects.text(last));
            if (refused.isForOtherHost()) {
                diagnosis.fact(
                        "tls-names", "names", HostNames.show(refused.chain().getFirst()));
            }
            refused.faults().forEach(fault -> diagnosis.fact(fault.words(), fault.args()));
            diagnosis.fact("tls-fingerprint", "sha256", Fingerprints.sha256(last));
        });
        return diagnosis.remedy(remedy(code)).failed();
    }

    private static String remedy(EnrolmentCode code) {
        return switch (code) {
            case UNTRUSTED -> "enrolment.trust-server";
            case TLS_FAILED -> "enrolment.check-certificate";
            case TIMED_OUT, CANCELLED -> "try-again";
            default -> "enrolment.check-address";
        };
    }

    private static Optional<ServerTrust.ChainRefused> refusedChain(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerTrust.ChainRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /**
     * What came back.
     *
     * @param type media type without its parameters, in lower case; empty where none was named
     * @param retryAfter how long to wait before asking again, where the server said so in seconds
     * @param serverSaid the beginning of a text, for people; empty where it is no text
     */
    public record Reply(int status, String type, Optional<Duration> retryAfter, byte[] body, String serverSaid) {}
}
