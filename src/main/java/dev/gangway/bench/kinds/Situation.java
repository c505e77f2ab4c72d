package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.kinds.Kind.Recognised;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.rules.BenchCode;
import dev.gangway.bench.rules.ConnackCode;
import dev.gangway.bench.rules.Findings;
import dev.gangway.bench.rules.HypothesisBuilder;
import dev.gangway.bench.rules.MatchedEvent;
import dev.gangway.bench.rules.Proposals;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.stored.StoredNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A refusal by a server whose kind is known, and what that kind says of it; for one thread. */
final class Situation {
    private final Proposals proposals;
    private final Recognised recognised;

    Situation(Proposals proposals, Recognised recognised) {
        this.proposals = proposals;
        this.recognised = recognised;
    }

    Findings findings() {
        return proposals.findings();
    }

    /** The meaning of CONNACK, where it refused. */
    Optional<ConnackCode> refusal() {
        return findings().refused().map(MatchedEvent::detail).map(Connack::code).map(ConnackCode::of);
    }

    /** Whether the server hung up before CONNACK, after it had got CONNECT. */
    boolean closedOnConnect() {
        return findings().connect().isPresent()
                && findings().connack().isEmpty()
                && findings().hungUp().isPresent()
                && findings().alertFromServer().isEmpty();
    }

    /** Whether it refused CONNECT in either way. */
    boolean refusedConnect() {
        return findings().refused().isPresent() || closedOnConnect();
    }

    /** A cause in the making, with CONNACK or the closing as evidence. */
    HypothesisBuilder draft(BenchCode code) {
        HypothesisBuilder draft = findings().draft(code);
        findings()
                .refused()
                .ifPresent(connack -> draft.with(
                                "connack", ConnackCode.show(connack.detail().code()))
                        .with("clientId", findings().mqtt().clientId())
                        .seen(
                                connack,
                                "connack",
                                "connack",
                                ConnackCode.show(connack.detail().code())));
        if (findings().connack().isEmpty()) {
            draft.seen(findings().hungUp(), "closed-by-server");
        }
        return draft.with("server", recognised.kind().name());
    }

    /** What this kind says, as evidence; the words are {@code evidence.kinds.<id>.<key>}. */
    Evidence says(String key, Object... pairs) {
        Object[] all = new Object[pairs.length + 4];
        System.arraycopy(pairs, 0, all, 0, pairs.length);
        all[pairs.length] = "server";
        all[pairs.length + 1] = recognised.kind().name();
        all[pairs.length + 2] = "source";
        all[pairs.length + 3] = recognised.kind().source();
        return Evidence.fact("kinds." + recognised.kind().id() + "." + key, all);
    }

    /** This cause explains more than what was proposed so far. */
    void first(HypothesisBuilder draft) {
        proposals.addFirst(draft);
    }

    /** This cause fits as well, and this experiment proves it where the server then answers CONNECT otherwise. */
    void settle(BenchCode code, HypothesisBuilder draft, Experiment experiment) {
        int refused = findings().refused().map(seen -> seen.detail().code()).orElse(-1);
        proposals.settle(
                code,
                draft,
                experiment,
                seen -> seen.reached().compareTo(Reached.ACCEPTED) >= 0
                        || seen.reached() == Reached.REFUSED && seen.code() != refused);
    }

    /** Says why a cause that was proposed is only possible here. */
    void weaken(BenchCode code, String key, Object... pairs) {
        proposals.weaken(code, says(key, pairs));
    }

    /** Adds to what speaks for a cause. */
    void add(BenchCode code, Evidence piece) {
        proposals.revise(one -> one.code().equals(code.id()) ? with(one, List.of(piece), List.of()) : one);
    }

    boolean proposes(BenchCode code) {
        return proposals.has(code);
    }

    /** Adds to each cause by what the kind was recognised, what it means here, and its remedies, before the general ones. */
    void annotate() {
        proposals.revise(this::annotated);
    }

    private Hypothesis annotated(Hypothesis one) {
        Kind kind = recognised.kind();
        Optional<String> meaning = kind.meaningOf(one.code());
        List<String> remedies = kind.remediesOf(one.code());
        if (meaning.isEmpty() && remedies.isEmpty()) {
            return one;
        }
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.fact(
                "kinds.recognised-" + lower(recognised.certainty()), "server", kind.name(), "by", recognised.by()));
        Map<String, String> args = new HashMap<>(one.cause().args());
        args.put("server", kind.name());
        args.putIfAbsent("clientId", findings().mqtt().clientId());
        meaning.ifPresent(key -> {
            Map<String, Object> all = new HashMap<>(args);
            all.put("source", kind.source());
            evidence.add(Evidence.fact("kinds." + kind.id() + "." + key, pairs(all)));
        });
        return with(
                one,
                evidence,
                remedies.stream()
                        .map(key -> new Remedy("kinds." + kind.id() + "." + key, args, Action.NONE))
                        .toList());
    }

    private static Hypothesis with(Hypothesis one, List<Evidence> moreEvidence, List<Remedy> firstRemedies) {
        Diagnosis cause = one.cause();
        Diagnosis more = new Diagnosis(
                cause.code(),
                cause.args(),
                Stream.concat(cause.evidence().stream(), moreEvidence.stream()).toList(),
                Stream.concat(firstRemedies.stream(), cause.remedies().stream()).toList());
        return new Hypothesis(more, one.certainty(), one.proof(), one.against(), one.settledBy());
    }

    private static String lower(Certainty certainty) {
        return StoredNames.of(certainty).toLowerCase(Locale.ROOT);
    }

    private static Object[] pairs(Map<String, Object> values) {
        return values.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray();
    }
}
