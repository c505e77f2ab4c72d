package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.mqtt.packet.Publish;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.ConnackCode;
import dev.gangway.bench.rules.Findings;
import dev.gangway.bench.rules.MatchedEvent;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.NetCode;
import dev.gangway.bench.rules.PortCode;
import dev.gangway.bench.rules.SessionCode;
import dev.gangway.pki.Fingerprints;
import java.util.Set;

/**
 * ThingsBoard: takes every certificate during TLS and says no only in CONNACK; an access token is the user name. Sources:
 * its documentation of device authentication, {@code MqttTransportHandler} and {@code ReturnCodeResolver} of 3.4 to 4.3, and
 * what a server of 4.3.1.3 answered.
 */
final class ThingsBoard {
    private static final int IMPLEMENTATION_SPECIFIC = 0x83;

    /** Remedies of the rules that are of no use on any other server. */
    static final Set<String> ONLY_THERE = Set.of(
            "bench.compare-thingsboard-fingerprint",
            "bench.check-chain-profile",
            "bench.check-common-name",
            "bench.check-create-new",
            "bench.check-profile-transport",
            "bench.check-rule-chain",
            "bench.check-sparkplug",
            "bench.fix-name-expression",
            "bench.mark-gateway",
            "bench.match-payload-type",
            "bench.mqtt-host",
            "bench.profile-to-default",
            "bench.send-more-often",
            "bench.switch-to-x509",
            "bench.thingsboard-topics",
            "bench.token-as-user-name",
            "bench.upload-leaf");

    static final Kind KIND = Kind.server(
                    "thingsboard", "ThingsBoard", "https://thingsboard.io/docs/user-guide/access-token/")
            .sign(Sign.domain("(?:.*\\.)?thingsboard\\.(?:cloud|io)"))
            .sign(Sign.hostNamedAfter("thingsboard"))
            .sign(Sign.hostNamedAfter("tb"))
            .sign(Sign.of(
                    Certainty.PROVEN, "REST API", findings -> findings.facts().isPresent()))
            .sign(Sign.of(Certainty.PROVEN, "REST API", ThingsBoard::isInVault))
            .sign(Sign.of(Certainty.LIKELY, "/api/v1", Findings::isDeviceApi))
            .sign(Sign.certificate(Certainty.LIKELY, "thingsboard|O=Gangway practice"))
            .sign(Sign.topic(Certainty.LIKELY, "v1/(?:devices/me|gateway)/.*"))
            .sign(Sign.clientId(Certainty.LIKELY, "provision"))
            .sign(Sign.userName(Certainty.LIKELY, "provision", "provision"))
            .sign(Sign.of(Certainty.LIKELY, "user name = 20 × A–Z a–z 0–9", ThingsBoard::hasAccessToken))
            .meaning(MqttCode.CERTIFICATE_NEVER_ARRIVED, "certificate-never-arrived")
            .meaning(MqttCode.CREDENTIAL_MISSING, "credential-missing")
            .meaning(MqttCode.TOKEN_IN_PASSWORD, "token-in-password")
            .meaning(MqttCode.CERTIFICATE_WINS, "certificate-wins")
            .meaning(MqttCode.CERTIFICATE_EXPIRED, "certificate-late")
            .meaning(MqttCode.CERTIFICATE_NOT_YET_VALID, "certificate-late")
            .meaning(MqttCode.COMMON_NAME_MISSING, "common-name")
            .meaning(MqttCode.UNAVAILABLE, "unavailable")
            .meaning(MqttCode.NO_CONNACK, "no-connack")
            .meaning(NetCode.HUNG_UP_AT_ONCE, "blocked")
            .meaning(CertCode.WITHHELD, "issuer-list")
            .meaning(CertCode.SELF_SIGNED_REFUSED, "takes-self-signed")
            .meaning(CertCode.ISSUER_NOT_AN_AUTHORITY, "takes-any-issuer")
            .meaning(SessionCode.IDLE, "idle")
            .meaning(SessionCode.FILTER_REFUSED, "filters")
            .meaning(SessionCode.TOPIC_UNKNOWN, "topics")
            .meaning(SessionCode.QOS_NOT_SUPPORTED, "qos")
            .meaning(SessionCode.NO_ACKNOWLEDGEMENT, "no-acknowledgement")
            .meaning(SessionCode.TOO_LARGE, "too-large")
            .meaning(SessionCode.RATE_LIMITED, "rate-limit")
            .remedy(NetCode.REFUSED, "mqtt-ssl-enabled")
            .remedy(PortCode.NO_TLS, "mqtt-ssl-enabled")
            .remedy(SessionCode.RATE_LIMITED, "tenant-profile")
            .remedy(MqttCode.RATE_LIMITED, "tenant-profile")
            .remedy(MqttCode.PASSWORD_MISSING, "basic-password")
            .judging(ThingsBoard::judge);

    private ThingsBoard() {}

    private static boolean isInVault(Findings findings) {
        return findings.plan().lookup().isPresent();
    }

    private static boolean hasAccessToken(Findings findings) {
        return findings.mqtt().password().isEmpty()
                && findings.mqtt()
                        .userName()
                        .filter(name -> name.matches("[A-Za-z0-9]{20}"))
                        .isPresent();
    }

    private static void judge(Situation situation) {
        Findings findings = situation.findings();
        fingerprint(situation);
        provision(situation);
        rateLimit(situation);
        boolean basic = findings.facts()
                .flatMap(facts -> facts.credentialType())
                .filter("MQTT_BASIC"::equals)
                .isPresent();
        boolean noPassword = findings.mqtt().userName().isPresent()
                && findings.mqtt().password().isEmpty();
        boolean login = situation.refusal().filter(ConnackCode::isAboutLogin).isPresent();
        if (basic && noPassword && login) {
            situation.first(situation
                    .draft(MqttCode.PASSWORD_MISSING)
                    .known(situation.says("basic"))
                    .proven(Proof.LOOKED_UP));
        }
    }

    /** A device of a certificate is known by the SHA3-256 fingerprint of its text. */
    private static void fingerprint(Situation situation) {
        situation.findings().sentChain().stream()
                .findFirst()
                .map(Fingerprints::credentialsId)
                .ifPresent(id ->
                        situation.add(MqttCode.CERTIFICATE_UNKNOWN, situation.says("fingerprint", "fingerprint", id)));
    }

    /**
     * Whoever says "provision" is let in and is nobody: a message to anywhere but the topics of provisioning fails for it.
     * What fails while a device is provisioned has another cause.
     */
    private static void provision(Situation situation) {
        Findings findings = situation.findings();
        boolean provision = findings.mqtt().clientId().equals("provision")
                || findings.mqtt().userName().filter("provision"::equals).isPresent();
        boolean elsewhere = findings.plan()
                .publication()
                .filter(message -> !message.topic().startsWith("/provision/"))
                .isPresent();
        if (provision && elsewhere && findings.accepted()) {
            situation.first(situation
                    .draft(MqttCode.PROVISION_IS_NO_LOGIN)
                    .seen(findings.connack(), "accepted")
                    .known(situation.says("provision"))
                    .proven(Proof.KNOWN_HERE));
        }
    }

    /** 0x83 on a message is the rate limit of the tenant's profile; other refusals of a message have codes of their own. */
    private static void rateLimit(Situation situation) {
        boolean specific = situation
                .findings()
                .timeline()
                .first(
                        Disconnect.class,
                        goodbye -> goodbye.isIn() && goodbye.detail().code() == IMPLEMENTATION_SPECIFIC)
                .isPresent();
        boolean published = situation
                .findings()
                .timeline()
                .first(Publish.class, MatchedEvent::isOut)
                .isPresent();
        if (specific && published && situation.findings().accepted()) {
            situation.first(situation
                    .draft(SessionCode.RATE_LIMITED)
                    .with("code", ConnackCode.show(IMPLEMENTATION_SPECIFIC))
                    .known(situation.says("rate-limit")));
        }
    }
}
