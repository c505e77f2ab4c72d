package dev.gangway.bench.logs;

import dev.gangway.bench.logs.Rule.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Lines that tell of one attempt: what begins together, stands close together and is not parted by a new beginning.
 *
 * @param sightings in the order of the lines; never empty
 */
record Event(List<Sighting> sightings) {
    private static final int GAP = 25;
    private static final int LONGEST = 120;

    int first() {
        return sightings.getFirst().line();
    }

    int last() {
        return sightings.getLast().line();
    }

    /** Divides what was met in a log. */
    static List<Event> of(List<Sighting> sightings, Scan scan) {
        NavigableSet<Integer> turns = new TreeSet<>(scan.turns(Kind.START));
        turns.addAll(scan.turns(Kind.GOOD));
        List<Event> events = new ArrayList<>();
        List<Sighting> open = new ArrayList<>();
        for (Sighting sighting : sightings) {
            if (!open.isEmpty() && parts(open, sighting, turns)) {
                events.add(new Event(List.copyOf(open)));
                open.clear();
            }
            open.add(sighting);
        }
        if (!open.isEmpty()) {
            events.add(new Event(List.copyOf(open)));
        }
        return events;
    }

    private static boolean parts(List<Sighting> open, Sighting next, NavigableSet<Integer> turns) {
        int last = open.getLast().line();
        Integer turn = turns.higher(last);
        return next.line() - last > GAP
                || next.line() - open.getFirst().line() > LONGEST
                || turn != null && turn <= next.line();
    }

    /** The sightings that say most, one for each meaning; what others only repeat or follow from is left out. */
    List<Sighting> leads() {
        int most = sightings.stream()
                .mapToInt(sighting -> sighting.meaning().weight())
                .max()
                .orElse(0);
        if (most <= Meaning.VAGUE) {
            return sightings.stream()
                    .filter(sighting -> most > 0 && sighting.meaning().weight() == most)
                    .limit(1)
                    .toList();
        }
        List<Sighting> leads = new ArrayList<>();
        sightings.stream()
                .filter(sighting -> sighting.meaning().weight() >= Meaning.TELLING)
                .sorted(Comparator.comparingInt(
                        (Sighting sighting) -> -sighting.meaning().weight()))
                .filter(sighting -> leads.stream().noneMatch(lead -> covers(lead, sighting)))
                .forEach(leads::add);
        return leads;
    }

    private static boolean covers(Sighting lead, Sighting other) {
        if (lead.meaning().equals(other.meaning())) {
            return true;
        }
        return lead.meaning().weight() > other.meaning().weight()
                && (Group.of(lead) == Group.of(other)
                        || Group.of(lead) == Group.DEVICE && Group.of(other) == Group.TLS);
    }

    /** Layers that speak of the same part of a connection. */
    private enum Group {
        REACH,
        TLS,
        MQTT,
        WEB,
        DEVICE;

        static Group of(Sighting sighting) {
            return switch (sighting.meaning().layer()) {
                case DNS, TCP, NETWORK -> REACH;
                case TLS_SERVER_CERTIFICATE, TLS_CLIENT_CERTIFICATE, TLS_NEGOTIATION -> TLS;
                case MQTT_CONNECT, MQTT_AUTHORISATION, SESSION -> MQTT;
                case HTTP, COAP -> WEB;
                case MEMORY, CLOCK -> DEVICE;
            };
        }
    }
}
