package dev.gangway.bench.engine;

import dev.gangway.bench.event.DeviceApiDetail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.secret.Secret;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans that a careful server, or we ourselves, must refuse. One that passes shows that the server is too lax. */
public final class NegativeProof {
    private NegativeProof() {}

    /** What is wrong on purpose. */
    public enum Wrong {
        /** The server's certificate is checked against another name: we have to refuse. */
        HOST,
        /** None of the chosen authorities is trusted: we have to refuse. */
        SERVER_AUTHORITY,
        /** A client certificate with the right name, signed by nobody. */
        CLIENT_AUTHORITY,
        /** The same, and expired. */
        EXPIRED,
        /** Another device's certificate with the key of this one: whoever has only copied it must not get in. */
        OTHER_DEVICE,
        /** Another token or password. */
        LOGIN,
        /** No credential at all. */
        NO_CREDENTIAL
    }

    /** A plan with what is wrong in it. */
    public record Attempt(Wrong wrong, Plan plan) {}

    /** What an attempt came to. */
    public enum Result {
        /** As it must be. */
        REFUSED,
        /** Somebody is too lax. */
        ACCEPTED,
        /** It broke off before anybody could judge what was wrong, so it proves nothing. */
        UNDECIDED
    }

    /** What the run of an attempt came to. */
    public static Result result(Run run) {
        if (run.passed()) {
            return Result.ACCEPTED;
        }
        boolean judged = !(run.verdict() instanceof Verdict.Cancelled)
                && run.events().stream().anyMatch(NegativeProof::isRefusal);
        return judged ? Result.REFUSED : Result.UNDECIDED;
    }

    private static boolean isRefusal(Event event) {
        return switch (event.detail()) {
            case Connack connack -> connack.code() != 0;
            case TlsDetail.Alert alert -> alert.fatal();
            case TlsDetail.ServerChainJudged judged ->
                judged.faults().stream().anyMatch(fault -> fault.kind().isFatal());
            case TlsDetail.StapleJudged(var staple) -> staple == TlsDetail.Staple.REVOKED;
            case Disconnect _ -> event.direction() == Direction.IN;
            case DeviceApiDetail.HttpAnswered answer -> answer.status() >= 400;
            case DeviceApiDetail.Coap coap -> event.direction() == Direction.IN && coap.code() >> 5 >= 4;
            default -> false;
        };
    }

    /**
     * The attempts that make sense for a plan. They only connect: nothing is published under a wrong name.
     *
     * @param other certificates of another device, leaf first; empty where there are none
     */
    public static List<Attempt> of(Plan plan, List<X509Certificate> other, CertificateMaker maker) {
        Plan bare = plan.onlyConnecting();
        TlsOptions sending = plan.tls().withPresentation(TlsOptions.Presentation.ALWAYS); // else nothing is proven
        List<Attempt> attempts = new ArrayList<>();
        if (plan.endpoint().transport().isSecure()) {
            stranger(maker, "CN=nobody", 1)
                    .ifPresent(nobody -> attempts.add(new Attempt(
                            Wrong.SERVER_AUTHORITY, bare.withTls(plan.tls().trustingOnly(List.of(nobody.leaf()))))));
            attempts.add(new Attempt(Wrong.HOST, bare.withTls(plan.tls().expecting("wrong-host.invalid"))));
            plan.tls().identity().ifPresent(identity -> {
                String subject = identity.leaf().getSubjectX500Principal().getName();
                stranger(maker, subject, 1)
                        .ifPresent(twin -> attempts.add(
                                new Attempt(Wrong.CLIENT_AUTHORITY, bare.withTls(sending.withIdentity(twin)))));
                stranger(maker, subject, -1)
                        .ifPresent(twin ->
                                attempts.add(new Attempt(Wrong.EXPIRED, bare.withTls(sending.withIdentity(twin)))));
                if (!other.isEmpty()) {
                    Identity copied = new Identity(other, identity.key());
                    attempts.add(new Attempt(Wrong.OTHER_DEVICE, bare.withTls(sending.withIdentity(copied))));
                }
            });
        }
        MqttOptions mqtt = plan.mqtt();
        if (mqtt.userName().isPresent() || mqtt.password().isPresent()) {
            MqttOptions wrong = mqtt.withLogin(
                    mqtt.password().isPresent() ? mqtt.userName() : Optional.of("wrong-token-of-gangway"),
                    mqtt.password().map(password -> Secret.of("wrong-password-of-gangway")));
            attempts.add(new Attempt(Wrong.LOGIN, bare.withMqtt(wrong)));
        }
        attempts.add(new Attempt(
                Wrong.NO_CREDENTIAL,
                bare.withMqtt(mqtt.withLogin(Optional.empty(), Optional.empty()))
                        .withTls(plan.tls().withPresentation(TlsOptions.Presentation.NEVER))));
        return List.copyOf(attempts);
    }

    private static Optional<Identity> stranger(CertificateMaker maker, String subject, int lastDay) {
        KeyPair keys = maker.newKey(KeyType.EC_P256);
        Instant now = Instant.now();
        CertificateSpec spec =
                CertificateSpec.device(subject, now.minus(Duration.ofDays(10)), now.plus(Duration.ofDays(lastDay)));
        Outcome<X509Certificate> made = maker.selfSigned(keys, spec);
        return made.toOptional().map(certificate -> new Identity(List.of(certificate), keys.getPrivate()));
    }
}
