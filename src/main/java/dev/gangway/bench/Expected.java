package dev.gangway.bench;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Layer;
import java.util.ArrayList;
import java.util.List;

/** What a plan is meant to show, so that rows that were not reached can be shown as such. */
public final class Expected {
    private Expected() {}

    /**
     * A step of a run.
     *
     * @param layer where it belongs
     * @param name of the event that shows it, as in {@link Event#name}
     */
    public record Step(Layer layer, String name) {}

    /** The steps of the plan where all goes well, in order. */
    public static List<Step> steps(Plan plan) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Layer.DNS, "Resolve"));
        steps.add(new Step(Layer.TCP, "TCP connect"));
        plan.proxy().ifPresent(proxy -> steps.add(new Step(Layer.PROXY, "Proxy answer")));
        if (plan.endpoint().transport().isSecure()) {
            steps.add(new Step(Layer.TLS, "ClientHello"));
            steps.add(new Step(Layer.TLS, "ServerHello"));
            steps.add(new Step(Layer.TLS, "Handshake complete"));
        }
        if (plan.endpoint().transport().isWebSocket()) {
            steps.add(new Step(Layer.WEBSOCKET, "Upgrade answer"));
        }
        steps.add(new Step(Layer.MQTT, "CONNECT"));
        steps.add(new Step(Layer.MQTT, "CONNACK"));
        plan.publication().ifPresent(publication -> publicationSteps(publication, steps));
        plan.readBack().ifPresent(readBack -> steps.add(new Step(Layer.SERVER, "Read back")));
        steps.add(new Step(Layer.MQTT, "DISCONNECT"));
        return List.copyOf(steps);
    }

    /** The steps of which nothing is in the timeline. */
    public static List<Step> notReached(Plan plan, List<Event> events) {
        return steps(plan).stream()
                .filter(step -> events.stream().noneMatch(event -> event.name().equals(step.name())))
                .toList();
    }

    private static void publicationSteps(Publication publication, List<Step> steps) {
        steps.add(new Step(Layer.MQTT, "PUBLISH"));
        switch (publication.qos()) {
            case 0 -> steps.add(new Step(Layer.MQTT, "PINGRESP"));
            case 1 -> steps.add(new Step(Layer.MQTT, "PUBACK"));
            default -> steps.add(new Step(Layer.MQTT, "PUBCOMP"));
        }
    }
}
