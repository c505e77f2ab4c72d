package dev.gangway.practice.contract;

import dev.gangway.practice.PracticeClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A part of the contract: facts that hold on a real ThingsBoard CE 4.3.1.3, each stated once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContractTest {
    ServerUnderTest server;
    PracticeClient rest;

    @BeforeAll
    void open() {
        server = ServerUnderTest.open();
        rest = server.client();
        prepare();
    }

    /** Makes what all facts of this part need. */
    void prepare() {}

    @AfterAll
    void close() {
        rest.close();
        server.close();
    }

    String fill(String text) {
        return text == null ? null : server.fill(text);
    }
}
