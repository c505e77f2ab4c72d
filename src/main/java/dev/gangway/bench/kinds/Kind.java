package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.rules.BenchCode;
import dev.gangway.bench.rules.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A kind of server, or of a thing in between. Each has a file that puts one together; its words are in the bundle
 * {@code kinds}: {@code kind.<id>} is its name, {@code evidence.kinds.<id>.<key>} and {@code remedy.kinds.<id>.<key>} are
 * what it says.
 */
final class Kind {
    private final String id;
    private final String name;
    private final String source;
    private final boolean between;
    private final List<Sign> signs = new ArrayList<>();
    private final Map<String, List<String>> remedies = new LinkedHashMap<>();
    private final Map<String, String> meanings = new LinkedHashMap<>();
    private Limits limits = Limits.OF_MQTT;
    private Consumer<Situation> judge = _ -> {};
    private Consumer<Situation> guess = _ -> {};

    private Kind(String id, String name, String source, boolean between) {
        this.id = id;
        this.name = name;
        this.source = source;
        this.between = between;
    }

    /**
     * A server.
     *
     * @param id stable, in small letters; names its words
     * @param name as its maker writes it
     * @param source where its maker says what is said of it here
     */
    static Kind server(String id, String name, String source) {
        return new Kind(id, name, source, false);
    }

    /** A proxy or load balancer, which stands before a server. */
    static Kind between(String id, String name, String source) {
        return new Kind(id, name, source, true);
    }

    /** Is recognised by this. */
    Kind sign(Sign sign) {
        signs.add(sign);
        return this;
    }

    /** With these limits. */
    Kind limited(Limits to) {
        limits = to;
        return this;
    }

    /** Says of a cause what it means here: the key of words for evidence. */
    Kind meaning(BenchCode code, String key) {
        meanings.put(code.id(), key);
        return this;
    }

    /** Helps against a cause in its own terms: keys of words for remedies, the most probable first. */
    Kind remedy(BenchCode code, String... keys) {
        remedies.put(code.id(), List.of(keys));
        return this;
    }

    /** Knows causes of its own. */
    Kind judging(Consumer<Situation> by) {
        judge = by;
        return this;
    }

    /** Knows causes that fit where it may be this kind, and nothing more is known. */
    Kind guessing(Consumer<Situation> by) {
        guess = by;
        return this;
    }

    /** Stable name. */
    String id() {
        return id;
    }

    /** As its maker writes it. */
    String name() {
        return name;
    }

    /** Where its maker says so. */
    String source() {
        return source;
    }

    /** Whether it stands before a server. */
    boolean isBetween() {
        return between;
    }

    Limits limits() {
        return limits;
    }

    Optional<String> meaningOf(String code) {
        return Optional.ofNullable(meanings.get(code));
    }

    List<String> remediesOf(String code) {
        return remedies.getOrDefault(code, List.of());
    }

    void judge(Situation situation) {
        judge.accept(situation);
    }

    void guess(Situation situation) {
        guess.accept(situation);
    }

    /** The surest sign of it in what was seen. */
    Optional<Recognised> in(Findings findings) {
        return signs.stream()
                .flatMap(sign -> sign.shown().apply(findings).stream()
                        .map(shown -> new Recognised(this, sign.certainty(), shown)))
                .min(Comparator.comparing(Recognised::certainty));
    }

    /**
     * That a server is of this kind.
     *
     * @param certainty how sure
     * @param by what was seen
     */
    record Recognised(Kind kind, Certainty certainty, String by) {
        /** Whether remedies in its own terms help more than they mislead. */
        boolean isSureEnough() {
            return certainty != Certainty.POSSIBLE;
        }
    }
}
