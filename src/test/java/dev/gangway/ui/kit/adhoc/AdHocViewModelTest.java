package dev.gangway.ui.kit.adhoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Plan;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import dev.gangway.pki.checks.CredentialCheck;
import dev.gangway.secret.Secret;
import dev.gangway.ui.kit.IdentityReader;
import dev.gangway.ui.kit.ImportViewModel;
import dev.gangway.ui.kit.Unexpected;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AdHocViewModelTest {
    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final Background background = new Background(ui::add, Unexpected::explain);
    private final BouncyCastleReader reader = new BouncyCastleReader();
    private final AdHocViewModel model = new AdHocViewModel(
            reader,
            ImportViewModel.ofLeaf(
                    new IdentityReader(
                            reader,
                            new BouncyCastleImporter(Clock.systemUTC()),
                            new CredentialCheck(Clock.systemUTC())),
                    background),
            background);

    @Test
    void aWholeAddressFillsTheFields() {
        for (int typed = 1; typed <= "mqtt://broker.example:1884".length(); typed++) {
            model.host().set("mqtt://broker.example:1884".substring(0, typed));
        }
        assertThat(model.host().get()).as("while it is typed").isEqualTo("mqtt://broker.example:1884");
        model.takeApart();
        assertThat(model.host().get()).isEqualTo("broker.example");
        assertThat(model.port().get()).isEqualTo("1884");
        assertThat(model.tls().get()).isFalse();

        model.host().set("mqtts://other.example");
        model.takeApart();
        assertThat(model.port().get()).isEqualTo("8883");
        assertThat(model.tls().get()).isTrue();
    }

    @Test
    void hostAndPortMustBeThere() {
        assertThat(model.isComplete()).isFalse();
        model.host().set("broker.example");
        assertThat(model.isComplete()).isTrue();
        for (String port : List.of("", "0", "65536", "mqtt")) {
            model.port().set(port);
            assertThat(model.isComplete()).as(port).isFalse();
        }
    }

    @Test
    void whatWasTypedBecomesThePlan() throws InterruptedException {
        model.tls().set(false);
        model.host().set("broker.example");
        model.user().set("a-user");
        model.password().set("a-password");
        model.topic().set("v1/devices/me/telemetry");

        List<Plan> plans = new ArrayList<>();
        model.plan(plans::add);
        next().run();

        assertThat(plans).singleElement().satisfies(plan -> {
            assertThat(plan.endpoint()).isEqualTo(Endpoint.of("broker.example", 1883, false));
            assertThat(plan.mqtt().userName()).contains("a-user");
            assertThat(plan.mqtt().password()).contains(Secret.of("a-password"));
            assertThat(plan.publication()).isPresent();
        });
    }

    @Test
    void anAuthorityThatIsNoneIsNamed() throws InterruptedException {
        model.host().set("broker.example");
        model.authority().set("not a certificate");
        model.plan(plan -> {
            throw new AssertionError("made a plan of it");
        });
        next().run();
        assertThat(model.problem().get())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(PkiCode.NOT_RECOGNISED.id()));
    }

    private Runnable next() throws InterruptedException {
        Runnable work = ui.poll(30, TimeUnit.SECONDS);
        assertThat(work).as("work for the UI thread").isNotNull();
        return work;
    }
}
