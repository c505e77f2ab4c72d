package dev.gangway.bench.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "I (1234) mqtt: connecting to mqtts://broker.example:8883 | mqtts://broker.example:8883",
                "Error: ssl://iot.example.com:8884 refused | mqtts://iot.example.com:8884",
                "AT+QMTOPEN=0,\"broker.example\",1883 | mqtt://broker.example:1883",
                "AT+CMQTTCONNECT=0,\"tcp://broker.example:8883\",60,1 | mqtts://broker.example:8883",
                "AT+SMCONF=\"URL\",\"broker.example\",\"8883\" | mqtts://broker.example:8883",
                "host: broker.example, port: 1883 | mqtt://broker.example:1883",
                "wss://broker.example/mqtt closed | wss://broker.example"
            })
    void findsTheServer(String line, String uri) {
        assertThat(LoggedAddress.in("boot\n" + line + "\nE -0x7780"))
                .map(LoggedAddress::uri)
                .contains(uri);
    }

    @Test
    void findsNoneWhereNoneIsNamed() {
        assertThat(LoggedAddress.in("mbedtls_ssl_handshake returned -0x2700\nhost: "))
                .isEmpty();
        assertThat(LoggedAddress.in("mqtt://broker.example:99999")).isEmpty();
    }
}
