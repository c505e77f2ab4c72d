package dev.gangway.bench.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No secret of a paste comes out again. */
class MaskingTest {
    private static final String SECRET = "hunter2-Zx9";

    @Test
    void secretsAreMaskedHoweverTheyAreWritten() {
        for (String line : List.of(
                "password=" + SECRET,
                "password: \"" + SECRET + "\"",
                "\"password\" : \"" + SECRET + "\",",
                "const char* password = \"" + SECRET + "\";",
                "const char *mqtt_pass = \"" + SECRET + "\";",
                "#define WIFI_PASS \"" + SECRET + "\"",
                "wifi: ssid:home, psk:" + SECRET,
                "I (170) app: SSID:[home] password:[" + SECRET + "]",
                "WiFi.begin(\"home\", \"" + SECRET + "\");",
                "client.connect(\"id\", \"user\", \"" + SECRET + "\")",
                "AT+CWJAP=\"home\",\"" + SECRET + "\"",
                "10:39 -> AT+CMQTTCONNECT=0,\"tcp://h:8883\",60,1,\"u\",\"" + SECRET + "\"",
                "AT+QMTCONN=0,\"id\",\"u\",\"" + SECRET + "\"",
                "AT+SMCONF=\"PASSWORD\",\"" + SECRET + "\"",
                "AT%CMNG=0,10,2,\"" + SECRET + "\"",
                "mqtt://user:" + SECRET + "@broker:1883",
                "mosquitto_pub -h x -u user -P " + SECRET + " -t a",
                "mosquitto_pub -h x -u " + SECRET + " -t v1/devices/me/telemetry",
                "curl https://tb/api/v1/" + SECRET + "/telemetry",
                "Authorization: Bearer " + SECRET,
                "SharedAccessSignature sr=a&sig=" + SECRET + "&se=1",
                "HostName=h;DeviceId=d;SharedAccessKey=" + SECRET,
                "Connecting to: demo with token '" + SECRET + "'",
                "access token " + SECRET,
                "Passwort: " + SECRET,
                "MqttPassword " + SECRET,
                "aws_secret_access_key = " + SECRET,
                "AWS_SECRET_ACCESS_KEY=" + SECRET,
                "wss://x.iot.eu-central-1.amazonaws.com/mqtt?X-Amz-Algorithm=A&X-Amz-Signature=" + SECRET,
                "wss://x.amazonaws.com/mqtt?X-Amz-Security-Token=" + SECRET + "&X-Amz-Date=20240101",
                "X-Amz-Credential=AKIA" + SECRET + "%2F20240101",
                "GET https://h.azure-devices.net/?sr=h&sig=" + SECRET + "&se=17",
                "AT+UMQTT=4,\"user\",\"" + SECRET + "\"",
                "AT#MQCONN=1,\"id\",\"user\",\"" + SECRET + "\"",
                "AT+SQNSMQTTCFG=0,\"id\",\"user\",\"" + SECRET + "\"",
                "AT%MQTTCFG=\"NODES\",1,\"id\",\"h\",\"u\",\"" + SECRET + "\"",
                "AT#XMQTTCON=1,\"user\",\"" + SECRET + "\",\"h\",1883",
                "client.username_pw_set(\"user\", \"" + SECRET + "\")",
                "mqttClient.setCredentials(\"user\", \"" + SECRET + "\");",
                "uart:~$ wifi connect -s \"home\" -p \"" + SECRET + "\" -k 1",
                "uart:~$ wifi connect -s home -p " + SECRET,
                "nmcli dev wifi connect home password " + SECRET,
                "wpa_passphrase home " + SECRET,
                "password: <Buffer " + SECRET + ">",
                "ssid: home, key: " + SECRET,
                "token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx." + SECRET)) {
            String masked = new Masking().mask(line);
            assertThat(masked).as(line).doesNotContain(SECRET);
            assertThat(new Masking().mask(masked)).as("masked once more").isEqualTo(masked);
        }
    }

    @Test
    void aKeyOverSeveralLinesIsMaskedToItsEnd() {
        String masked = Masking.maskAll(
                "before\n-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\nAwEHoUQD\n" + "-----END EC PRIVATE KEY-----\nafter");
        assertThat(masked).doesNotContain("MHcC", "AwEH").startsWith("before").endsWith("after");
        assertThat(new Masking().mask("key=\"-----BEGIN PRIVATE KEY-----\\nMIIabc\\n-----END PRIVATE KEY-----\""))
                .doesNotContain("MIIabc");
    }

    @Test
    void whatIsNoSecretStays() {
        for (String line : List.of(
                "W (2343) MQTT_CLIENT: Connection refused, bad username or password",
                "E (9) esp-tls: mbedtls_ssl_handshake returned -0x2700",
                "1466151342: New connection from 127.0.0.1 on port 1883.",
                "key: value pairs of the table",
                "cert_key not found",
                "+CMQTTCONNECT: 0,32")) {
            assertThat(new Masking().mask(line)).isEqualTo(line);
        }
    }
}
