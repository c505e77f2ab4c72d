package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.NetDetail.TcpConnected;
import dev.gangway.bench.event.ProbeDetail.Experimented;
import dev.gangway.bench.event.ProbeDetail.SilenceProbed;
import java.util.Optional;

/**
 * What a further connection is worth as evidence. A server that blocks who comes too often lets it in no further than the
 * door, whatever the connection would have shown: then it says nothing of the thing that was changed.
 */
enum ExperimentWorth {
    /** It came as far as the refused one at least, so that both can be compared. */
    COMPARABLE,
    /** It was turned away before it came as far as the refused one. */
    NOT_LET_IN;

    static ExperimentWorth of(Findings findings, MatchedEvent<Experimented> seen) {
        Reached reached = seen.detail().reached();
        if (reached == Reached.NOT_CONNECTED) {
            return NOT_LET_IN;
        }
        boolean readAsGarbage = seen.detail().experiment() == Experiment.WITH_PROXY_HEADER;
        if (findings.accepted() && reached.compareTo(Reached.ACCEPTED) < 0) {
            return NOT_LET_IN;
        }
        if (reached != Reached.HUNG_UP || readAsGarbage) {
            return COMPARABLE;
        }
        return cameFurther(findings) || hangsUpOnSilenceByNow(findings) ? NOT_LET_IN : COMPARABLE;
    }

    /** The refused connection was more than hung up on. */
    private static boolean cameFurther(Findings findings) {
        return findings.timeline().has(TcpConnected.class)
                && (findings.serverHello().isPresent()
                        || findings.alertFromServer().isPresent()
                        || findings.refused().isPresent());
    }

    /** At first the server waited for what is sent; after all those connections it no longer does. */
    private static boolean hangsUpOnSilenceByNow(Findings findings) {
        boolean waited = findings.timeline()
                .first(SilenceProbed.class, probed -> !probed.detail().hungUp())
                .isPresent();
        Optional<MatchedEvent<Experimented>> silent = findings.experiment(Experiment.SAY_NOTHING);
        return waited
                && silent.filter(said -> said.detail().reached() == Reached.HUNG_UP
                                || said.detail().reached() == Reached.NOT_CONNECTED)
                        .isPresent();
    }
}
