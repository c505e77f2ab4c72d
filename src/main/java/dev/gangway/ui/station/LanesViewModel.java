package dev.gangway.ui.station;

import dev.gangway.background.Background;
import dev.gangway.line.station.LabelScans;
import dev.gangway.line.station.LabelScans.Awaited;
import dev.gangway.line.station.Station;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.kit.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The lanes of a station: which of them a scan is for, what nobody has seen yet, and labels that wait to be scanned. UI
 * thread only.
 */
final class LanesViewModel {
    private final Background background;
    private final Consumer<UnitResult> ended;
    private final LabelScans labels;
    private final ObservableList<LaneViewModel> all = FXCollections.observableArrayList();
    private final List<LaneViewModel> unseen = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<LaneViewModel>> target =
            new ReadOnlyObjectWrapper<>(this, "target", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Awaited>> label =
            new ReadOnlyObjectWrapper<>(this, "label", Optional.empty());
    private Optional<Station> station = Optional.empty();
    private Optional<LaneViewModel> last = Optional.empty();

    /**
     * None yet.
     *
     * @param ended hears of each verdict, once its lane shows it
     */
    LanesViewModel(Background background, Consumer<UnitResult> ended) {
        this.background = background;
        this.ended = ended;
        labels = new LabelScans(() -> background.onUi(this::await));
    }

    /** As many as the recipe says. */
    ObservableList<LaneViewModel> all() {
        return all;
    }

    /** The lane whose fixture was scanned, and whose unit comes next. */
    ReadOnlyObjectProperty<Optional<LaneViewModel>> targetProperty() {
        return target.getReadOnlyProperty();
    }

    /** The label that the next scan is of, whatever is scanned: of the only lane, or printed again. */
    ReadOnlyObjectProperty<Optional<Awaited>> labelProperty() {
        return label.getReadOnlyProperty();
    }

    /** Has the labels of the station scanned here. */
    LabelScans labels() {
        return labels;
    }

    /** A shift begins. */
    void begin(Station opened, List<String> prefixes) {
        station = Optional.of(opened);
        unseen.clear();
        last = Optional.empty();
        target.set(Optional.empty());
        all.setAll(IntStream.range(0, prefixes.size())
                .mapToObj(at -> new LaneViewModel(at + 1, prefixes.get(at), background, this::ended))
                .toList());
    }

    /** Scans for the lanes begin with these from now on. */
    void prefixes(List<String> prefixes) {
        for (int i = 0; i < Math.min(prefixes.size(), all.size()); i++) {
            all.get(i).prefixProperty().set(prefixes.get(i));
        }
    }

    /** Takes what was scanned, a unit or a label; what it does not take is said. */
    Optional<Notice> take(String text) {
        Optional<LanePrefixes.Found> found = isAlone()
                ? Optional.empty()
                : new LanePrefixes(all.stream().map(LaneViewModel::prefix).toList()).of(text);
        if (found.filter(each -> each.rest().isEmpty()).isPresent()) {
            target.set(found.map(each -> all.get(each.lane())));
            return Optional.empty();
        }
        Optional<LaneViewModel> named = found.map(each -> all.get(each.lane())).or(target::get);
        String rest = found.map(LanePrefixes.Found::rest).orElse(text);
        Optional<Awaited> awaited =
                named.flatMap(LaneViewModel::label).or(named.isEmpty() ? label::get : Optional::empty);
        if (awaited.isPresent()) {
            target.set(Optional.empty());
            station.ifPresent(its -> labels.scanned(awaited.get(), its.corrected(rest)));
            return Optional.empty();
        }
        Optional<LaneViewModel> waits =
                all.stream().filter(lane -> lane.label().isPresent()).findFirst();
        if (named.isEmpty() && waits.isPresent()) { // it might be a label, and a label is no serial number
            return Optional.of(Notice.of(
                    Level.WARNING,
                    "station.notice.which",
                    Map.of(
                            "scanned",
                            text,
                            "lane",
                            waits.get().number(),
                            "prefix",
                            waits.get().prefix())));
        }
        target.set(Optional.empty());
        return begin(named.or(() -> isAlone() ? Optional.of(all.getFirst()) : free()), rest);
    }

    private Optional<Notice> begin(Optional<LaneViewModel> lane, String serial) {
        if (lane.isEmpty()) {
            return Optional.of(Notice.of(Level.WARNING, "station.notice.busy", Map.of("serial", serial)));
        }
        boolean running = lane.get().isRunning();
        if (running || lane.get().stateProperty().get().stays()) {
            return Optional.of(Notice.of(
                    Level.WARNING,
                    running ? "station.notice.running" : "station.notice.unseen",
                    Map.of("serial", serial, "lane", lane.get().number())));
        }
        last = lane;
        station.ifPresent(its -> lane.get().begin(its, serial));
        return Optional.empty();
    }

    private boolean isAlone() {
        return all.size() == 1;
    }

    private Optional<LaneViewModel> free() {
        return all.stream()
                .filter(lane -> !lane.isRunning() && !lane.stateProperty().get().stays())
                .findFirst();
    }

    /** Somebody has seen what stays longest. */
    void acknowledge() {
        unseen.stream().findFirst().ifPresent(this::acknowledge);
    }

    /** Somebody has seen what stays in this lane. */
    void acknowledge(LaneViewModel lane) {
        lane.acknowledge();
        unseen.remove(lane);
    }

    /** The unit that would be tested again: the one that stays longest, or the last one. */
    Optional<UnitResult> retestable() {
        return lastEnded().filter(result -> result.verdict() != UnitVerdict.PASS);
    }

    /** The unit whose verdict is shown: the one that stays longest, or the last one. */
    private Optional<UnitResult> lastEnded() {
        return shownLast()
                .map(lane -> lane.stateProperty().get())
                .flatMap(state -> state instanceof LaneViewModel.State.Ended ended
                        ? Optional.of(ended.result())
                        : Optional.empty());
    }

    private Optional<LaneViewModel> shownLast() {
        return Stream.concat(unseen.stream(), last.stream()).findFirst();
    }

    /** Tests it again; its serial number comes back, nothing where there is no such unit. */
    Optional<String> again() {
        Optional<UnitResult> wanted = retestable();
        Optional<LaneViewModel> lane = shownLast().filter(one -> !one.isRunning());
        if (wanted.isEmpty() || lane.isEmpty()) {
            return Optional.empty();
        }
        acknowledge(lane.get());
        String serial = wanted.get().order().serial();
        begin(lane, serial);
        return Optional.of(serial);
    }

    /** Stops the unit that was begun last, or another one that is under way, or a label that was printed again. */
    void cancel() {
        last.filter(LaneViewModel::isRunning)
                .or(() -> all.stream().filter(LaneViewModel::isRunning).findFirst())
                .ifPresentOrElse(
                        LaneViewModel::cancel,
                        () -> label.get().ifPresent(again -> again.attempt().cancel()));
    }

    boolean isRunning() {
        return all.stream().anyMatch(LaneViewModel::isRunning);
    }

    /** The vault is being locked. */
    void close() {
        all.forEach(LaneViewModel::cancel);
        labels.awaited().forEach(waiting -> waiting.attempt().cancel());
    }

    private void ended(LaneViewModel lane, UnitResult result) {
        if (lane.stateProperty().get().stays()) {
            unseen.add(lane);
        }
        ended.accept(result);
    }

    /** Labels have begun or ended to wait. */
    private void await() {
        List<Awaited> waiting = labels.awaited();
        all.forEach(lane -> lane.await(waiting));
        label.set(waiting.stream()
                .filter(one -> isAlone() || all.stream().noneMatch(lane -> lane.isOf(one)))
                .findFirst());
    }
}
