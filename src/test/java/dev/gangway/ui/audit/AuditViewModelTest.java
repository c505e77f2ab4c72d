package dev.gangway.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.ui.UiQueue;
import dev.gangway.ui.kit.Unexpected;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditViewModelTest {
    @TempDir
    Path folder;

    private final UiQueue ui = new UiQueue();
    private Vault vault;
    private AuditViewModel model;

    @BeforeEach
    void open() {
        vault = TestVaults.create(folder.resolve("vault.sqlite"));
        model = new AuditViewModel(vault.audit(), new Background(ui, Unexpected::explain));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void showsTheNewestFirstAndThatTheChainIsWhole() {
        vault.audit().append("device.added", "1", Map.of("name", "pump-1"));
        model.refresh();
        ui.runNext();
        assertThat(model.entries()).first().extracting(AuditLog.Entry::action).isEqualTo("device.added");
        assertThat(model.chainProperty().get())
                .isEqualTo(new AuditViewModel.Chain.Sound(model.entries().size()));
    }

    @Test
    void filtersByWhatAnEntrySays() {
        vault.audit().append("device.added", "1", Map.of("name", "pump-1"));
        vault.audit().append("device.added", "2", Map.of("name", "valve-1"));
        model.refresh();
        ui.runNext();
        model.filter(" VALVE ");
        assertThat(model.entries()).extracting(AuditLog.Entry::subject).containsExactly("2");
    }
}
