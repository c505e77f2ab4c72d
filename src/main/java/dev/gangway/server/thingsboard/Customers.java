package dev.gangway.server.thingsboard;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerAdapter.Customer;
import dev.gangway.server.ServerCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** The customers of a tenant, whom devices are assigned to. */
final class Customers {
    /** How many are named where the one asked for is not there. */
    private static final int NAMED = 5;

    /** How long somebody found by title is taken to be there still: many devices that follow each other are one's. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Rest rest;
    private final LongSupplier nanos;
    private final Map<String, Found> known = new ConcurrentHashMap<>();

    private record Found(Customer customer, long at) {}

    Customers(Rest rest) {
        this(rest, System::nanoTime);
    }

    /** With a clock of the caller's, in nanoseconds. */
    Customers(Rest rest, LongSupplier nanos) {
        this.rest = rest;
        this.nanos = nanos;
    }

    Outcome<List<Customer>> all(Cancellation cancellation) {
        return new Pages(rest)
                .all(
                        Call.get("/api/customers"),
                        "title",
                        json -> new Customer(Rest.id(json, "id"), Rest.text(json, "title")),
                        cancellation);
    }

    /** The customer of exactly this title; fails where there is none. One who was there a minute ago is not asked for again. */
    Outcome<Customer> titled(String title, Cancellation cancellation) {
        Found found = known.get(title);
        if (found != null && nanos.getAsLong() - found.at() < REMEMBERED.toNanos()) {
            return Outcome.ok(found.customer());
        }
        long asked = nanos.getAsLong();
        Outcome<Customer> now = all(cancellation)
                .then(all -> all.stream()
                        .filter(customer -> customer.title().equals(title))
                        .findFirst()
                        .map(Outcome::ok)
                        .orElseGet(() -> unknown(title, all)));
        now.handle(customer -> known.put(title, new Found(customer, asked)), why -> known.remove(title));
        return now;
    }

    /** Assigns a device; where the server no longer knows whom it was asked to give it to, the title is looked up anew. */
    Outcome<Outcome.Done> assign(String deviceId, String title, Cancellation cancellation) {
        boolean remembered = known.containsKey(title);
        Outcome<Outcome.Done> done = given(deviceId, title, cancellation);
        if (remembered
                && done.failure().filter(why -> why.is(ServerCode.NOT_FOUND)).isPresent()) {
            known.remove(title);
            return given(deviceId, title, cancellation);
        }
        return done;
    }

    private Outcome<Outcome.Done> given(String deviceId, String title, Cancellation cancellation) {
        return titled(title, cancellation)
                .then(customer -> rest.read(
                                Call.post("/api/customer/" + customer.id() + "/device/" + deviceId),
                                json -> Rest.id(json, "customerId"),
                                cancellation)
                        .then(stored -> stored.equals(customer.id())
                                ? Outcome.done()
                                : Diagnosis.of(ServerCode.CUSTOMER_NOT_STORED)
                                        .with("host", rest.host())
                                        .with("customer", title)
                                        .remedy("ask-administrator")
                                        .failed()));
    }

    Outcome<Outcome.Done> withdraw(String deviceId, Cancellation cancellation) {
        Outcome<Outcome.Done> done = rest.act(Call.delete("/api/customer/device/" + deviceId), cancellation);
        // Nobody's already is what was asked for.
        return done.failure().filter(why -> why.is(ServerCode.CUSTOMER_NONE)).isPresent() ? Outcome.done() : done;
    }

    private Outcome<Customer> unknown(String title, List<Customer> all) {
        Diagnosis.Builder why = Diagnosis.of(ServerCode.CUSTOMER_UNKNOWN)
                .with("host", rest.host())
                .with("customer", title);
        if (!all.isEmpty()) {
            String names = all.stream().limit(NAMED).map(Customer::title).collect(Collectors.joining(", "));
            why.fact("customers-there", "names", all.size() > NAMED ? names + ", …" : names, "count", all.size());
        }
        return why.remedy("choose-customer").failed();
    }
}
