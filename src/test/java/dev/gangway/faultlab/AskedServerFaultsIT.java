package dev.gangway.faultlab;

import dev.gangway.bench.model.Plan;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Identity;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** With a sign-in the server is asked after a refusal, and the cause is named instead of guessed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedServerFaultsIT {
    private final Lab lab = new Lab("ThingsBoard, asked");
    private final Identity root = Forge.authority("CN=Asked Root").make();
    private final Identity line = Forge.authority("CN=Asked Line").by(root).make();
    private final Identity registered = Forge.client("CN=asked-certificate").make();
    private final Identity renewed = Forge.client("CN=asked-certificate").make();
    private final Identity chained = Forge.client("CN=asked-chain").by(line).make();
    private final Identity placeholder = Forge.client("CN=placeholder").make();
    private final Identity secondPlaceholder = Forge.client("CN=placeholder-2").make();
    private final Identity thirdPlaceholder = Forge.client("CN=placeholder-3").make();
    private final Identity full = Forge.client("CN=asked-full").by(line).make();
    private final Identity lonely =
            Forge.client("CN=asked-leaf").by(line).make().leafOnly();
    private final Identity misnamed = Forge.client("CN=wrong-name").by(line).make();
    private PracticeServer server;
    private PracticeServer other;
    private X509Certificate anchor;

    @BeforeAll
    void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        other = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        anchor = Pems.certificate(server.authorityPem());
        try (PracticeClient client = PracticeClient.of(server)) {
            client.deviceWithToken("asked-token", "ASKED_TOKEN");
            client.deviceWithCertificate("asked-certificate", Pems.pem(registered.leaf()));
            String chain = profile(client, "chain", "DEFAULT", "X509_CERTIFICATE_CHAIN", "(asked-.*)");
            String coap = profile(client, "sensors", "COAP", "DISABLED", "");
            inProfile(client, "asked-chain", chain, "CHAIN_TOKEN");
            inProfileWithCertificate(client, "wrong-name", chain, placeholder);
            inProfileWithCertificate(client, "asked-leaf", chain, secondPlaceholder);
            inProfileWithCertificate(client, "asked-full", chain, thirdPlaceholder);
            inProfile(client, "asked-coap", coap, "COAP_TOKEN");
        }
    }

    @AfterAll
    void finish() {
        server.close();
        other.close();
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> tokens() {
        return Stream.of(
                lab.nearMiss(
                        "token and device belong together",
                        "device.missing device.login-differs device.credential-type-differs device.wrong-transport"
                                + " device.matches-but-refused",
                        Lab.PASS,
                        () -> token("asked-token", "ASKED_TOKEN")),
                lab.fault("device that does not exist", "device.missing", () -> token("asked-nobody", "X")),
                lab.fault("another token", "device.login-differs", () -> token("asked-token", "X")),
                lab.fault(
                        "token, where a certificate is stored",
                        "device.credential-type-differs",
                        () -> token("asked-certificate", "X")),
                lab.fault("profile for CoAP", "device.wrong-transport", () -> token("asked-coap", "COAP_TOKEN")));
    }

    @TestFactory
    Stream<DynamicTest> certificates() {
        return Stream.of(
                lab.nearMiss(
                        "certificate and device belong together",
                        "device.certificate-differs device.credential-type-differs",
                        Lab.PASS,
                        () -> certificate("asked-certificate", registered)),
                lab.fault(
                        "renewed here and not there",
                        "device.certificate-differs",
                        () -> certificate("asked-certificate", renewed)),
                lab.fault(
                        "certificate, where a token is stored",
                        "device.credential-type-differs",
                        () -> certificate("asked-token", renewed)),
                lab.fault(
                        "chain, where a token is stored",
                        "device.chain-holds-other-type",
                        () -> certificate("asked-chain", chained)),
                lab.fault(
                        "chain whose name the profile does not match",
                        "device.name-not-matched",
                        () -> certificate("wrong-name", misnamed)),
                lab.fault(
                        "leaf alone, where the profile knows the issuer",
                        "mqtt.anchor-not-sent",
                        () -> certificate("asked-leaf", lonely)),
                lab.nearMiss(
                        "whole chain, where the profile knows the issuer",
                        "mqtt.anchor-not-sent mqtt.chain-unknown device.name-not-matched device.chain-holds-other-type",
                        Lab.PASS,
                        () -> certificate("asked-full", full)),
                lab.fault(
                        "a token that the server asked has, at another one that has it not",
                        "device.login-differs",
                        "device.matches-but-refused",
                        () -> Lab.plain(other.mqttPort(), "ASKED_TOKEN")
                                .lookingUp(new AskedServer(server, "asked-token", "ASKED_TOKEN"))));
    }

    private Plan token(String device, String token) {
        return Lab.plain(server.mqttPort(), token).lookingUp(new AskedServer(server, device, token));
    }

    private Plan certificate(String device, Identity identity) {
        String id = Fingerprints.credentialsId(identity.leaf());
        return Lab.tls(server.mqttsPort(), anchor, identity).lookingUp(new AskedServer(server, device, id));
    }

    private String profile(
            PracticeClient client, String name, String transport, String provisioning, String expression) {
        String body = """
            {"name":"%s","type":"DEFAULT","transportType":"%s","provisionType":"%s","profileData":{
            "configuration":{"type":"DEFAULT"},"transportConfiguration":{"type":"%s"},
            "provisionConfiguration":{"type":"%s","provisionDeviceSecret":"%s",
            "certificateRegExPattern":"%s","allowCreateNewDevicesByX509Certificate":false}}}\
            """.formatted(
                        name,
                        transport,
                        provisioning,
                        transport,
                        provisioning,
                        Pems.pem(line.leaf()).replace("\n", "\\n"),
                        expression);
        return client.post("/api/deviceProfile", body)
                .json()
                .path("id")
                .path("id")
                .asText();
    }

    private static void inProfile(PracticeClient client, String name, String profile, String token) {
        String body = """
            {"name":"%s","deviceProfileId":{"entityType":"DEVICE_PROFILE","id":"%s"}}\
            """.formatted(name, profile);
        client.post("/api/device?accessToken=" + token, body);
    }

    private static void inProfileWithCertificate(
            PracticeClient client, String name, String profile, Identity identity) {
        String body = """
            {"device":{"name":"%s","deviceProfileId":{"entityType":"DEVICE_PROFILE","id":"%s"}},
            "credentials":{"credentialsType":"X509_CERTIFICATE","credentialsValue":"%s"}}\
            """.formatted(name, profile, Pems.pem(identity.leaf()).replace("\n", "\\n"));
        client.post("/api/device-with-credentials", body);
    }
}
