package dev.gangway.ui.bench.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.ui.UiQueue;
import dev.gangway.ui.kit.Unexpected;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A paste is masked where it stands. */
class LogViewModelTest {
    private final UiQueue ui = new UiQueue();
    private final LogViewModel model = new LogViewModel(new Background(ui, Unexpected::explain));

    @Test
    void aSecretIsMaskedInTheBox() {
        List<String> texts = new ArrayList<>();
        model.text().subscribe((was, is) -> texts.add(is));
        String pasted = "connecting to mqtts://broker.example:8884, password=hunter2\nfailed, rc=-2";
        String masked = "connecting to mqtts://broker.example:8884, password=[masked]\nfailed, rc=-2";
        model.text().set(pasted);
        while (model.reading().get().isEmpty()) {
            ui.runNext();
        }
        model.text().set("nobody knows this");
        while (model.rows().size() != 1) {
            ui.runNext();
        }
        assertThat(texts).containsExactly(pasted, masked, "nobody knows this");
    }
}
