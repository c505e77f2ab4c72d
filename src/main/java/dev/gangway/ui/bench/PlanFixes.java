package dev.gangway.ui.bench;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Presentation;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Works out what a remedy changes in the plan of a run that failed. Changes nothing itself. */
public final class PlanFixes {
    private final CertificateFixes certificateFixes;

    /**
     * Creates them.
     *
     * @param known certificates in which a missing intermediate may be found, beside those of the run
     */
    public PlanFixes(List<X509Certificate> known) {
        this.certificateFixes = new CertificateFixes(known);
    }

    /** What carrying this remedy out takes. */
    public Fix of(Run run, Remedy remedy) {
        Plan plan = run.plan();
        return switch (remedy.action()) {
            case RETRY -> new Fix.Changed(plan);
            case USE_PORT ->
                parameter(remedy, "port")
                        .flatMap(PlanFixes::port)
                        .map(port -> at(
                                plan,
                                plan.endpoint().host(),
                                port,
                                plan.endpoint().transport()))
                        .orElseGet(Fix.NotHere::new);
            case USE_HOST ->
                parameter(remedy, "host")
                        .map(host -> at(
                                plan,
                                host,
                                parameter(remedy, "port")
                                        .flatMap(PlanFixes::port)
                                        .orElse(plan.endpoint().port()),
                                plan.endpoint().transport()))
                        .orElseGet(Fix.NotHere::new);
            case TURN_TLS_ON -> secured(plan, remedy, true);
            case TURN_TLS_OFF -> secured(plan, remedy, false);
            case TRUST_AUTHORITY -> trusting(run, remedy);
            case SEND_FULL_CHAIN -> identity(plan, certificateFixes::withIntermediates);
            case REORDER_CHAIN -> identity(plan, CertificateFixes::inOrder);
            case TAKE_LEAF ->
                identity(plan, identity -> CertificateFixes.inOrder(identity).leafOnly());
            case ALWAYS_SEND_CERTIFICATE -> tls(plan, plan.tls().withPresentation(Presentation.ALWAYS));
            case DROP_CERTIFICATE -> tls(plan, plan.tls().withoutIdentity());
            case SWITCH_TOKEN_FIELD -> mqtt(plan, tokenSwitched(plan.mqtt()));
            case USE_MQTT_VERSION ->
                parameter(remedy, "version")
                        .flatMap(PlanFixes::mqttVersion)
                        .map(version -> mqtt(plan, plan.mqtt().withVersion(version)))
                        .orElseGet(Fix.NotHere::new);
            case USE_TLS_VERSION ->
                parameter(remedy, "version")
                        .flatMap(PlanFixes::tlsVersion)
                        .map(version -> tls(plan, plan.tls().withVersions(List.of(version))))
                        .orElseGet(Fix.NotHere::new);
            case USE_CLIENT_ID ->
                parameter(remedy, "clientId")
                        .map(id -> mqtt(plan, plan.mqtt().withClientId(id)))
                        .orElseGet(Fix.NotHere::new);
            case PUSH_CREDENTIAL, REISSUE, SET_PROFILE, REFRESH_TOKEN -> new Fix.OnServer(remedy);
            case NONE, EDIT_CREDENTIAL, OPEN_TOKEN -> new Fix.NotHere();
        };
    }

    /** Asks first where the credential would go to another host, or could be read on its way from now on. */
    private static Fix at(Plan plan, String host, int port, Transport transport) {
        Endpoint before = plan.endpoint();
        Endpoint after = new Endpoint(host, port, transport, before.path());
        Plan changed = plan.at(after);
        if (!holdsSecret(plan) || isHint(before.host(), host)) {
            return new Fix.Changed(changed);
        }
        if (!host.equalsIgnoreCase(before.host())) {
            return new Fix.Confirm(new Question.SendTo(after), changed);
        }
        return before.transport().isSecure() && !transport.isSecure()
                ? new Fix.Confirm(new Question.SendReadable(after), changed)
                : new Fix.Changed(changed);
    }

    /** Whether a server would learn something by which it could sign in as the device; a path may hold a token. */
    private static boolean holdsSecret(Plan plan) {
        return plan.mqtt().userName().isPresent()
                || plan.mqtt().password().isPresent()
                || plan.mqtt().authentication().isPresent()
                || plan.endpoint().transport().isDeviceApi();
    }

    /** What was typed holds the host already, with a scheme, a port or a path around it. */
    private static boolean isHint(String typed, String host) {
        return !typed.equalsIgnoreCase(host)
                && typed.toLowerCase(Locale.ROOT)
                        .matches("([a-z]+://)?\\[?" + Pattern.quote(host.toLowerCase(Locale.ROOT))
                                + "]?(:\\d*)?(/.*)?\\s*");
    }

    private static Fix secured(Plan plan, Remedy remedy, boolean secure) {
        int port = parameter(remedy, "port")
                .flatMap(PlanFixes::port)
                .orElse(plan.endpoint().port());
        return at(
                plan, plan.endpoint().host(), port, plan.endpoint().transport().secured(secure));
    }

    private static Fix trusting(Run run, Remedy remedy) {
        return parameter(remedy, "sha256")
                .flatMap(fingerprint -> CertificateFixes.shownByServer(run, fingerprint))
                .<Fix>map(authority -> new Fix.Confirm(
                        new Question.Trust(authority),
                        run.plan().withTls(run.plan().tls().trustingAlso(authority))))
                .orElseGet(Fix.NotHere::new);
    }

    private static Fix identity(Plan plan, UnaryOperator<Identity> change) {
        return plan.tls()
                .identity()
                .map(identity -> tls(plan, plan.tls().withIdentity(change.apply(identity))))
                .orElseGet(Fix.NotHere::new);
    }

    private static Fix tls(Plan plan, TlsOptions changed) {
        return new Fix.Changed(plan.withTls(changed));
    }

    private static Fix mqtt(Plan plan, MqttOptions changed) {
        return new Fix.Changed(plan.withMqtt(changed));
    }

    /** Before MQTT 5 a password needs a user name: the client id takes that place. */
    private static MqttOptions tokenSwitched(MqttOptions mqtt) {
        if (mqtt.password().isPresent()) {
            return mqtt.withLogin(mqtt.password().map(Secret::reveal), Optional.empty());
        }
        return mqtt.withLogin(Optional.of(mqtt.clientId()), mqtt.userName().map(Secret::of));
    }

    private static Optional<String> parameter(Remedy remedy, String name) {
        return Optional.ofNullable(remedy.args().get(name));
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port >= 1 && port <= 65_535);
    }

    private static Optional<MqttOptions.Version> mqttVersion(String text) {
        return switch (text) {
            case "5", "5.0", "V5" -> Optional.of(MqttOptions.Version.V5);
            case "3.1.1", "V3_1_1" -> Optional.of(MqttOptions.Version.V3_1_1);
            case "3.1", "V3_1" -> Optional.of(MqttOptions.Version.V3_1);
            default -> Optional.empty();
        };
    }

    private static Optional<TlsOptions.Version> tlsVersion(String text) {
        return switch (text) {
            case "1.2", "TLS 1.2", "TLSv1.2", "TLS_1_2" -> Optional.of(TlsOptions.Version.TLS_1_2);
            case "1.3", "TLS 1.3", "TLSv1.3", "TLS_1_3" -> Optional.of(TlsOptions.Version.TLS_1_3);
            default -> Optional.empty();
        };
    }
}
