package dev.gangway.ui.bench;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** A real Java client beside a test, by the button beside what was also checked. */
class AlsoStockJavaIT extends BenchCase {
    @Test
    void whatAJavaClientGetsStandsAmongTheChecks() {
        testDevice();
        assertThat(driver.words()).noneMatch(text -> text.contains("Paho"));
        robot.interact(() -> robot.lookup("#also-stock-java").queryButton().fire());
        awaitPaho();
        driver.awaitShown(PASSED);
        driver.picture("bench-also-stock-java");

        fail();
        assertThat(driver.words()).as("of the test before").noneMatch(text -> text.contains("Paho"));
        robot.interact(() -> robot.lookup("#also-stock-java").queryButton().fire());
        awaitPaho();
        driver.awaitShown(FAILED);
    }

    private void awaitPaho() {
        await().atMost(ofSeconds(30)).until(() -> driver.words().stream().anyMatch(text -> text.contains("Paho v5")));
    }
}
