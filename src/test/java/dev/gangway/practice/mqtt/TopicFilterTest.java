package dev.gangway.practice.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of MQTT 5, section 4.7.1. */
class TopicFilterTest {
    @ParameterizedTest
    @CsvSource({
        "sport/tennis/player1/#, sport/tennis/player1,                 true",
        "sport/tennis/player1/#, sport/tennis/player1/ranking,         true",
        "sport/tennis/player1/#, sport/tennis/player1/score/wimbledon, true",
        "sport/#,                sport,                                true",
        "#,                      sport/tennis,                         true",
        "sport/tennis/+,         sport/tennis/player1,                 true",
        "sport/tennis/+,         sport/tennis/player1/ranking,         false",
        "sport/+,                sport,                                false",
        "sport/+,                sport/,                               true",
        "+/+,                    /finance,                             true",
        "/+,                     /finance,                             true",
        "+,                      /finance,                             false",
        "#,                      $SYS/monitor,                         false",
        "+/monitor,              $SYS/monitor,                         false",
        "$SYS/#,                 $SYS/monitor,                         true"
    })
    void covers(String filter, String topic, boolean covers) {
        assertThat(TopicFilter.matches(filter, topic)).isEqualTo(covers);
    }
}
