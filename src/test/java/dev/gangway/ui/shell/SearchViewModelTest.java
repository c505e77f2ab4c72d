package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.ui.UiQueue;
import dev.gangway.ui.kit.Unexpected;
import dev.gangway.ui.shell.SearchViewModel.SearchHit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
    private final UiQueue ui = new UiQueue();
    private final AtomicReference<String> opened = new AtomicReference<>("");
    private final List<SearchIndex.Row> devices = IntStream.range(0, 100)
            .mapToObj(
                    i -> new SearchIndex.Row(SearchIndex.Kind.DEVICE, "devices", "" + i, "pump-" + i, "", "pump-" + i))
            .toList();
    private final SearchViewModel model = new SearchViewModel(
            new Background(ui, Unexpected::explain),
            () -> devices,
            row -> new SearchHit(row.name(), "", "", () -> opened.set(row.name())),
            () -> List.of(
                    new SearchHit("Open Devices", "", "Ctrl+1", () -> {}),
                    new SearchHit("Lock vault", "sign out", "Ctrl+L", () -> {})));

    @Test
    void showsTheActionsWhileNothingIsTyped() {
        model.type("");
        ui.runNext();
        assertThat(titles()).containsExactly("Open Devices", "Lock vault");
    }

    @Test
    void findsDevicesAndActionsTogetherButNotTooMany() {
        begin();
        model.type("P");
        ui.runNext();
        assertThat(titles()).startsWith("Open Devices", "pump-0").hasSize(SearchViewModel.MOST);
    }

    @Test
    void findsAnActionByWhatElsePeopleCallIt() {
        begin();
        model.type("Sign");
        ui.runNext();
        assertThat(titles()).containsExactly("Lock vault");
    }

    @Test
    void opensWhatWasFound() {
        begin();
        model.type("pump-42");
        ui.runNext();
        assertThat(titles()).containsExactly("pump-42");
        model.hits().getFirst().open().run();
        assertThat(opened.get()).isEqualTo("pump-42");
    }

    @Test
    void aNewerQuestionReplacesTheOlder() {
        begin();
        model.type("pump-4");
        model.type("lock");
        ui.runNext();
        ui.runNext();
        assertThat(titles()).containsExactly("Lock vault");
    }

    @Test
    void saysWhetherTheAnswerIsToWhatIsTypedNow() {
        model.begin();
        model.type("pump-42");
        assertThat(model.settled().get()).isFalse();
        while (!model.settled().get()) {
            ui.runNext();
        }
        assertThat(titles()).containsExactly("pump-42");
        model.type("pump-7");
        assertThat(model.settled().get()).isFalse();
        ui.runNext();
        assertThat(model.settled().get()).isTrue();
    }

    private void begin() {
        model.begin();
        ui.runNext(); // the devices are read
        ui.runNext(); // and searched
    }

    private List<String> titles() {
        return model.hits().stream().map(SearchHit::title).toList();
    }
}
