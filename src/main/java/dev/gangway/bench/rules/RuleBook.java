package dev.gangway.bench.rules;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.model.Judge;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.bench.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules in the order in which they are asked: the first that knows the cause decides. The order is that of the
 * stack, from the network up, because a fault on one layer keeps the ones above from saying anything of use. Two
 * places depart from it: a run in which everything worked is never searched for a cause, and what the server says of
 * its own device comes before what its refusal lets one guess.
 */
public final class RuleBook implements Judge {
    private static final List<Rule> RULES = Stream.of(
                    NetworkRules.RULES,
                    ForeignProtocolRules.RULES,
                    ServerCertificateRules.RULES,
                    NegotiationRules.RULES,
                    ConnectFormRules.RULES,
                    ClientCertificateRules.RULES,
                    AuthenticationRules.SERVER,
                    ConnackRules.CHALLENGE,
                    HangUpRules.RULES,
                    CertificateLoginRules.RULES,
                    DeviceRules.RULES,
                    CertificateLoginRules.GUESSES,
                    JwtRules.RULES,
                    PasswordLoginRules.RULES,
                    ConnackRules.RULES,
                    AuthenticationRules.AGAIN,
                    SessionRules.RULES,
                    LastResort.RULES)
            .flatMap(List::stream)
            .toList();

    /** The device API knows neither CONNECT nor a session. */
    private static final List<Rule> DEVICE_API_RULES = Stream.of(
                    NetworkRules.RULES,
                    DeviceApiSilence.FOREIGN,
                    ServerCertificateRules.RULES,
                    NegotiationRules.RULES,
                    DeviceApiRules.RULES,
                    ClientCertificateRules.RULES,
                    DeviceApiSilence.RULES,
                    HangUpRules.RULES,
                    LastResort.RULES)
            .flatMap(List::stream)
            .toList();

    @Override
    public Judgement judge(Plan plan, List<Event> events, Optional<ServerFacts> facts) {
        Findings findings = new Findings(plan, events, facts);
        return new Judgement(verdict(findings), AlsoChecked.of(findings));
    }

    private static Verdict verdict(Findings findings) {
        if (findings.cancelled()) {
            return new Verdict.Cancelled();
        }
        if (Steps.allWorked(findings)) {
            return ProvisionRule.judge(findings)
                    .<Verdict>map(Verdict.Failed::new)
                    .orElseGet(Verdict.Passed::new);
        }
        List<Rule> rules = findings.isDeviceApi() ? DEVICE_API_RULES : RULES;
        return rules.stream()
                .flatMap(rule -> rule.judge(findings).stream())
                .findFirst()
                .<Verdict>map(Verdict.Failed::new)
                .orElseThrow(() -> new IllegalStateException("the last rule always knows an answer"));
    }
}
