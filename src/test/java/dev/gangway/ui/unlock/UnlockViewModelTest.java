package dev.gangway.ui.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.background.Background;
import dev.gangway.secret.Secret;
import dev.gangway.ui.UiQueue;
import dev.gangway.ui.kit.Unexpected;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import dev.gangway.vault.VaultCode;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockViewModelTest {
    @TempDir
    Path folder;

    private final UiQueue ui = new UiQueue();
    private final AtomicReference<Vault> opened = new AtomicReference<>();

    @Test
    void createsAVaultAndWipesThePassphrase() {
        UnlockViewModel model = model();
        assertThat(model.isFresh()).isTrue();
        Secret passphrase = Secret.of(TestVaults.PASSPHRASE);
        model.submit(passphrase, vault -> vault, opened::set);
        ui.runNext();
        assertThatThrownBy(passphrase::length).isInstanceOf(IllegalStateException.class);
        assertThat(model.busyProperty().get()).isFalse();
        opened.get().close();
        assertThat(model().isFresh()).isFalse();
    }

    @Test
    void saysWhyItDoesNotOpen() {
        TestVaults.create(file()).close();
        UnlockViewModel model = model();
        model.submit(Secret.of("not the right passphrase"), vault -> vault, opened::set);
        ui.runNext();
        assertThat(model.problemProperty().get().orElseThrow().is(VaultCode.WRONG_PASSPHRASE))
                .isTrue();
        assertThat(opened.get()).isNull();
    }

    @Test
    void saysThatAnotherProgramHasItOpen() {
        try (Vault other = TestVaults.create(file())) {
            UnlockViewModel model = model();
            model.submit(Secret.of(TestVaults.PASSPHRASE), vault -> vault, opened::set);
            ui.runNext();
            assertThat(model.problemProperty().get().orElseThrow().is(VaultCode.IN_USE))
                    .isTrue();
            assertThat(other.audit().firstBroken()).isEmpty();
        }
    }

    private Path file() {
        return folder.resolve("vault.sqlite");
    }

    private UnlockViewModel model() {
        return new UnlockViewModel(TestVaults.cheap(), file(), "tester", new Background(ui, Unexpected::explain));
    }
}
