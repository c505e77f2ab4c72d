package dev.gangway.line.unit;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.pki.PkiCode;
import dev.gangway.server.ServerCode;
import java.util.Set;

/** Whose fault it is that a unit did not pass: the unit's, or that of station, server and network. */
final class FaultAttribution {
    /** Families of codes that speak of the way to the server, before it has looked at the credential. */
    private static final Set<String> OF_THE_WAY = Set.of("net", "port", "tls");

    /** Codes of other families that say that the server is out of reach or busy. */
    private static final Set<String> SERVER_AWAY = Set.of(
            "mqtt.unavailable",
            "mqtt.busy",
            "mqtt.shutting-down",
            "mqtt.no-connack",
            "mqtt.rate-limited",
            "session.shutting-down",
            "session.silent",
            "session.lost");

    /** Codes of the way that no waiting mends: they want somebody to set station or server right. */
    private static final Set<String> WAY_NEEDS_A_PERSON = Set.of("tls", "port");

    /** What the test says of server and reading back, and not of the unit. */
    private static final Set<String> NOT_OF_THE_UNIT = Set.of(
            "mqtt.moved",
            "mqtt.quota-exceeded",
            "mqtt.banned",
            "mqtt.version-refused",
            "mqtt.unreadable",
            "mqtt.malformed",
            "session.not-read-back",
            "session.moved",
            "session.rate-limited",
            "session.ended-by-server");

    private FaultAttribution() {}

    /** Of a plant that did not let a unit run: what it refuses is the unit, everything else is the way to it. */
    static UnitVerdict ofQuestion(Diagnosis why) {
        return why.code().equals("plant.refused") ? UnitVerdict.FAIL : UnitVerdict.ERROR;
    }

    /** Of a failure while the device was made, given its credential or put on its server. */
    static UnitVerdict beforeTest(Diagnosis why) {
        if (ServerCode.isOutOfReach(why) || ServerCode.leavesDoubt(why) && !why.is(ServerCode.CANCELLED)) {
            return UnitVerdict.QUEUED;
        }
        if (why.is(ServerCode.CUSTOMER_UNKNOWN)) {
            return UnitVerdict.ERROR; // the recipe names whom the server does not know
        }
        boolean ofTheUnit = ServerCode.refusesDevice(why)
                || why.is(OnboardingCode.NAME_ON_SERVER)
                || why.is(OnboardingCode.NAME_IN_VAULT)
                || why.is(OnboardingCode.STORED_DIFFERS)
                || why.code().startsWith("onboarding.name-")
                || why.is(UnitCode.DONE_ALREADY)
                || why.is(UnitCode.NOT_WRITTEN)
                || why.code().startsWith("unit.request-other-")
                || why.is(UnitCode.REQUEST_KEY_SEEN)
                || why.is(PkiCode.REQUEST_SIGNATURE)
                || why.is(PkiCode.REQUEST_KEY);
        return ofTheUnit ? UnitVerdict.FAIL : UnitVerdict.ERROR;
    }

    /** Of a live test that failed. */
    static UnitVerdict ofTest(Diagnosis why) {
        String code = why.code();
        String family = code.substring(0, code.indexOf('.'));
        if (ServerCode.isOutOfReach(why) || SERVER_AWAY.contains(code)) {
            return UnitVerdict.QUEUED;
        }
        if (OF_THE_WAY.contains(family)) {
            return WAY_NEEDS_A_PERSON.contains(family) ? UnitVerdict.ERROR : UnitVerdict.QUEUED;
        }
        return NOT_OF_THE_UNIT.contains(code) || family.equals("server") || family.equals("onboarding")
                ? UnitVerdict.ERROR
                : UnitVerdict.FAIL;
    }
}
