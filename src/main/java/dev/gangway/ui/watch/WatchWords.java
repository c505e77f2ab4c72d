package dev.gangway.ui.watch;

import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.model.Plan;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.text.Words;
import java.util.Optional;

/**
 * How far the session is in one sentence, and the facts under it.
 *
 * @param level how good it is
 * @param sentence the state
 * @param facts who, and to where
 */
record WatchWords(Level level, String sentence, String facts) {
    static WatchWords of(WatchState state, Optional<TestSubject> subject, Words words) {
        String name = subject.map(TestSubject::name).orElse("");
        return switch (state) {
            case WatchState.Empty _ -> new WatchWords(Level.NEUTRAL, words.get("watch.state.empty"), "");
            case WatchState.Preparing _ -> new WatchWords(Level.INFO, words.get("watch.state.preparing"), name);
            case WatchState.Ready(Optional<Plan> plan) ->
                new WatchWords(
                        Level.NEUTRAL,
                        words.get("watch.state.ready"),
                        plan.map(its -> facts(name, its)).orElse(name));
            case WatchState.Blocked(Diagnosis why) -> new WatchWords(Level.BAD, words.title(why), name);
            case WatchState.Live(Plan plan, LiveState now) -> of(now, facts(name, plan), words);
        };
    }

    private static WatchWords of(LiveState state, String facts, Words words) {
        return switch (state) {
            case LiveState.Connecting _ -> new WatchWords(Level.INFO, words.get("watch.state.connecting"), facts);
            case LiveState.Connected _ -> new WatchWords(Level.OK, words.get("watch.state.connected"), facts);
            case LiveState.Left _ -> new WatchWords(Level.NEUTRAL, words.get("watch.state.left"), facts);
            case LiveState.Cancelled _ -> new WatchWords(Level.WARNING, words.get("watch.state.cancelled"), facts);
            case LiveState.Lost(Diagnosis why) -> new WatchWords(Level.BAD, words.title(why), facts);
        };
    }

    private static String facts(String name, Plan plan) {
        return name + " → " + plan.endpoint().uri();
    }
}
