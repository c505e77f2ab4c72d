package dev.gangway.server.thingsboard;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerAdapter.Customer;
import dev.gangway.server.ServerCode;
import java.util.List;
import java.util.stream.Collectors;

/** The customers of a tenant, whom devices are assigned to. */
final class Customers {
    /** How many are named where the one asked for is not there. */
    private static final int NAMED = 5;

    private final Rest rest;

    Customers(Rest rest) {
        this.rest = rest;
    }

    Outcome<List<Customer>> all(Cancellation cancellation) {
        return new Pages(rest)
                .all(
                        Call.get("/api/customers"),
                        "title",
                        json -> new Customer(Rest.id(json, "id"), Rest.text(json, "title")),
                        cancellation);
    }

    /** The customer of exactly this title; fails where there is none. */
    Outcome<Customer> titled(String title, Cancellation cancellation) {
        return all(cancellation)
                .then(all -> all.stream()
                        .filter(customer -> customer.title().equals(title))
                        .findFirst()
                        .map(Outcome::ok)
                        .orElseGet(() -> unknown(title, all)));
    }

    Outcome<Outcome.Done> assign(String deviceId, String title, Cancellation cancellation) {
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
