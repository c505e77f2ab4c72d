package dev.gangway.ui.kit.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.onboarding.Vaulted;
import dev.gangway.pki.Family;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.Samples;
import dev.gangway.transfer.importing.Destination;
import dev.gangway.transfer.importing.ImportCode;
import dev.gangway.transfer.importing.Stored;
import dev.gangway.ui.UiQueue;
import dev.gangway.ui.kit.Unexpected;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsViewModelTest {
    @TempDir
    Path folder;

    private final Family family = new Family(KeyType.EC_P256);
    private final UiQueue ui = new UiQueue();
    private final List<Stored> stored = new ArrayList<>();
    private Vaulted vault;
    private ImportsViewModel model;

    @BeforeEach
    void open() {
        vault = Vaulted.in(folder);
        model = new ImportsViewModel(vault.workspace().imports(), new Background(ui, Unexpected::explain));
        model.onStored(stored::add);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aKeyThatComesLaterJoinsItsCertificate() {
        model.paste("text", Pem.certificates(family.device.chain()));
        until(() -> model.rows().size() == 1 && !model.busy().get());
        assertThat(kind()).isEqualTo(Destination.Kind.CERTIFICATE);
        model.paste("text", Pem.privateKey(family.device.key()).reveal());
        until(() -> kind() == Destination.Kind.NEW_DEVICE);
        assertThat(model.rows()).hasSize(1);
        assertThat(model.chosen().get()).isEqualTo(1);
        model.store();
        until(() -> !stored.isEmpty());
        assertThat(vault.workspace().devices().named("pump-0417")).isPresent();
    }

    @Test
    void nothingIsStoredWhileAFileIsClosed() throws Exception {
        Path file =
                Files.write(folder.resolve("ec.p12"), Samples.source("ec.p12").bytes());
        model.take(List.of(file));
        until(() -> model.problems().size() == 1);
        model.store();
        assertThat(model.problem().get().orElseThrow().is(ImportCode.FILES_CLOSED))
                .isTrue();
        model.open("ec.p12", "incorrect");
        until(() -> !model.busy().get());
        assertThat(model.problems()).hasSize(1);
        model.open("ec.p12", "correct");
        until(() -> model.problems().isEmpty() && model.rows().size() == 1);
        model.store();
        until(() -> !stored.isEmpty());
    }

    @Test
    void allThatCannotBeReadIsLeftOutAtOnce() throws Exception {
        List<Path> files = new ArrayList<>();
        files.add(Files.writeString(folder.resolve("good.pem"), Pem.certificates(family.device.chain())));
        for (int i = 0; i < 30; i++) {
            String cut = Samples.text("ec.cert.pem").substring(0, 200 + i);
            files.add(Files.writeString(folder.resolve("cut-" + i + ".pem"), cut));
        }
        files.add(Path.of(folder.toString(), "gone.pem")); // not there at all
        model.take(files);
        until(() -> model.problems().size() == 31 && !model.busy().get());
        model.leaveOut(model.problems().stream().map(problem -> problem.file()).toList());
        until(() -> model.problems().isEmpty() && !model.busy().get());
        assertThat(model.rows()).hasSize(1);
        model.store();
        until(() -> !stored.isEmpty());
    }

    @Test
    void aKeyInsideAKeyStoreMayHaveAPassphraseOfItsOwn() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry(
                "device",
                family.device.key(),
                "of the key".toCharArray(),
                family.device.chain().toArray(Certificate[]::new));
        Path file = folder.resolve("client.jks");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "of the store".toCharArray());
        }
        model.take(List.of(file));
        until(() -> model.problems().size() == 1 && !model.busy().get());
        model.open("client.jks", "of the store");
        until(() -> !model.problems().isEmpty() && model.problems().getFirst().wantsEntryPassphrase());
        model.openEntries("client.jks", "of the key");
        until(() -> model.problems().isEmpty() && model.rows().size() == 1);
    }

    @Test
    void aClosedFileCanBeLeftOutAndAThingSentElsewhere() throws Exception {
        model.paste("text", Pem.certificates(family.device.chain()));
        model.take(List.of(
                Files.write(folder.resolve("ec.p12"), Samples.source("ec.p12").bytes())));
        until(() -> model.problems().size() == 1 && !model.busy().get());
        model.leaveOut(List.of("ec.p12"));
        until(() -> model.problems().isEmpty() && !model.busy().get());
        ImportRow row = model.rows().getFirst();
        model.choose(row, new Destination.LeaveOut());
        assertThat(model.chosen().get()).isZero();
        model.choose(row, new Destination.NewDevice("", "default"));
        until(() -> row.problem().get().isPresent());
        model.rename(row, "pump");
        until(() -> row.problem().get().isEmpty());
        model.store();
        until(() -> !stored.isEmpty());
        assertThat(vault.workspace().devices().named("pump")).isPresent();
    }

    private Destination.Kind kind() {
        return model.rows().isEmpty()
                ? Destination.Kind.LEAVE_OUT
                : model.rows().getFirst().destination().get().kind();
    }

    private void until(BooleanSupplier state) {
        while (!state.getAsBoolean()) {
            ui.runNext();
        }
    }
}
