package dev.gangway.ui.bench.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Proxy;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed becomes the plan; what means nothing keeps it from being used. */
class OptionsViewModelTest {
    private static final Plan PLAN = Plan.connect(
            Endpoint.of("broker.example", 8883, true),
            TlsOptions.trusting(List.of()),
            MqttOptions.of(MqttOptions.Version.V5, "pump", Optional.empty(), Optional.empty()));

    private final OptionsViewModel options = new OptionsViewModel(PLAN);

    @Test
    void whatIsNotTouchedStays() {
        assertThat(options.plan()).contains(PLAN);
    }

    @Test
    void whatWasChosenBeforeIsShownAgain() {
        typeEverything();
        Plan changed = options.plan().orElseThrow();
        Plan again = new OptionsViewModel(changed).plan().orElseThrow();
        assertThat(again).usingRecursiveComparison().isEqualTo(changed);
    }

    @Test
    void everyOptionGetsIntoThePlan() {
        typeEverything();
        Plan plan = options.plan().orElseThrow();
        assertThat(plan.endpoint()).isEqualTo(new Endpoint("other.example", 443, Endpoint.Transport.WSS, "/ws"));
        assertThat(plan.proxy())
                .hasValueSatisfying(proxy -> assertThat(proxy.kind()).isEqualTo(Proxy.Kind.SOCKS5));
        assertThat(plan.tls().offer())
                .isEqualTo(new TlsOptions.Offer(
                        PLAN.tls().offer().versions(),
                        List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"),
                        List.of("secp256r1"),
                        List.of("ecdsa_secp256r1_sha256"),
                        List.of("mqtt", "x-amzn-mqtt-ca"),
                        Optional.empty()));
        assertThat(plan.tls().name()).isEqualTo(new TlsOptions.ServerName(Optional.of("sni.example"), true));
        assertThat(plan.tls().trust().enforced()).isFalse();
        assertThat(plan.mqtt().session())
                .isEqualTo(new MqttOptions.Session(
                        Duration.ofSeconds(5),
                        false,
                        Optional.of(Duration.ofHours(1)),
                        Optional.of(10),
                        List.of(Map.entry("site", "plant 2"), Map.entry("line", "4=b"))));
        assertThat(plan.mqtt().will()).hasValueSatisfying(will -> {
            assertThat(will.topic()).isEqualTo("gone");
            assertThat(new String(will.payload(), StandardCharsets.UTF_8)).isEqualTo("pump is gone");
            assertThat(will.qos()).isEqualTo(2);
            assertThat(will.retain()).isTrue();
        });
        assertThat(plan.mqtt().authentication())
                .contains(new MqttOptions.Authentication("CUSTOM-JWT", "", Secret.of("abc.def.ghi")));
    }

    @Test
    void aProxyAndAWillCanBeTakenBack() {
        typeEverything();
        OptionsViewModel again = new OptionsViewModel(options.plan().orElseThrow());
        again.way.via.set(WayForm.Via.NONE);
        again.session.withWill.set(false);
        again.session.method.set("");
        Plan plan = again.plan().orElseThrow();
        assertThat(plan.proxy()).isEmpty();
        assertThat(plan.mqtt().will()).isEmpty();
        assertThat(plan.mqtt().authentication()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "port,0",
        "port,65536",
        "port,x",
        "port,''",
        "host,''",
        "host,a b",
        "host,mqtt://a",
        "suites,TLS_NO_SUCH",
        "groups,x25518",
        "keepAlive,65536",
        "keepAlive,''",
        "expiry,4294967296",
        "receiveMaximum,0",
        "properties,novalue"
    })
    void whatMeansNothingIsNotUsed(String field, String text) {
        Typed<?> typed = switch (field) {
            case "port" -> options.way.port;
            case "host" -> options.way.host;
            case "suites" -> options.tls.suites;
            case "groups" -> options.tls.groups;
            case "keepAlive" -> options.session.keepAlive;
            case "expiry" -> options.session.expiry;
            case "receiveMaximum" -> options.session.receiveMaximum;
            default -> options.session.properties;
        };
        typed.text().set(text);
        assertThat(typed.value()).isEmpty();
        assertThat(options.plan()).isEmpty();
    }

    @Test
    void aWillNeedsATopicOnlyWhereThereIsOne() {
        assertThat(options.plan()).isPresent();
        options.session.withWill.set(true);
        assertThat(options.plan()).isEmpty();
        options.session.willTopic.text().set("a/#");
        assertThat(options.plan()).isEmpty();
        options.session.willTopic.text().set("a/b");
        assertThat(options.plan()).isPresent();
    }

    private void typeEverything() {
        options.way.host.text().set(" other.example ");
        options.way.port.text().set("443");
        options.way.transport.set(Endpoint.Transport.WSS);
        options.way.path.text().set("/ws");
        options.way.via.set(WayForm.Via.SOCKS5);
        options.way.proxyHost.text().set("proxy.example");
        options.way.proxyPort.text().set("1080");
        options.tls.suites.text().set("TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384");
        options.tls.groups.text().set("secp256r1");
        options.tls.schemes.text().set("ecdsa_secp256r1_sha256");
        options.tls.alpn.text().set("mqtt x-amzn-mqtt-ca");
        options.tls.sni.set(TlsForm.Sni.OTHER);
        options.tls.otherName.text().set("sni.example");
        options.tls.anyone.set(true);
        options.session.keepAlive.text().set("5");
        options.session.cleanStart.set(false);
        options.session.expiry.text().set("3600");
        options.session.receiveMaximum.text().set("10");
        options.session.properties.text().set("site=plant 2\n\nline = 4=b");
        options.session.withWill.set(true);
        options.session.willTopic.text().set("gone");
        options.session.willPayload.set("pump is gone");
        options.session.willQos.set(SessionForm.Qos.EXACTLY_ONCE);
        options.session.willRetain.set(true);
        options.session.method.set("CUSTOM-JWT");
        options.session.secret.set("abc.def.ghi");
    }
}
