package dev.gangway.bench.net;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.Timeline;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Name resolution that ends by the deadline, although the system's resolver cannot be interrupted. */
public final class Resolver {
    private static final String NAME = "Resolve";

    private Resolver() {}

    /**
     * All addresses of the host, in the system's order; empty where there are none, or no time is left for them. Notes
     * what came of it.
     */
    public static List<InetAddress> resolve(
            String host, Deadline deadline, Cancellation cancellation, Timeline timeline) {
        // a thread of its own: the call into the system would hold the carrier of a virtual one
        Optional<List<InetAddress>> found = literal(host).isPresent()
                ? literal(host).map(List::of)
                : TimeLimiter.call(
                        Thread.ofPlatform().daemon().name("gangway-resolve"),
                        _ -> lookUp(host),
                        deadline,
                        cancellation);
        if (found.isEmpty()) {
            Ending ending = cancellation.isCancelled() ? Ending.CANCELLED : Ending.TIMEOUT;
            timeline.note(
                    Layer.DNS,
                    NAME,
                    host + (ending == Ending.CANCELLED ? ": cancelled" : ": no answer"),
                    new NetDetail.Closed(ending));
            return List.of();
        }
        List<String> texts =
                found.get().stream().map(InetAddress::getHostAddress).toList();
        if (texts.isEmpty()) {
            timeline.note(Layer.DNS, NAME, host + " is unknown", new NetDetail.NotResolved(host));
        } else {
            Field[] fields =
                    texts.stream().map(text -> Field.of("address", text)).toArray(Field[]::new);
            String summary = host + " → " + String.join(", ", texts);
            timeline.note(Layer.DNS, NAME, summary, new NetDetail.Resolved(texts), fields);
            if (deadline.hasPassed()) {
                timeline.note(Layer.DNS, NAME, "no time is left to connect", new NetDetail.Closed(Ending.TIMEOUT));
                return List.of();
            }
        }
        return found.get();
    }

    /** The address that this text is already, so that nobody has to be asked; empty where it is a name. */
    static Optional<InetAddress> literal(String host) {
        if (!host.contains(":") && !host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<InetAddress> lookUp(String host) {
        try {
            return Arrays.asList(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
