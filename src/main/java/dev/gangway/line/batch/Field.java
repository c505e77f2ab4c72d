package dev.gangway.line.batch;

import dev.gangway.stored.StoredAs;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a list can hold, with the headings that it is known by. */
public enum Field {
    /** Serial number. */
    @StoredAs("SERIAL")
    SERIAL("serial", "serialnumber", "serialno", "sn", "seriennummer", "seriennr", "snr", "uid", "imei"),
    /** Name of the device on the server; ThingsBoard's {@code NAME}. */
    @StoredAs("NAME")
    NAME("name", "devicename", "device", "geratename", "geraetename", "gerat", "geraet"),
    /** Free text on the server; ThingsBoard's {@code LABEL}. */
    @StoredAs("LABEL")
    LABEL("label", "bezeichnung", "beschriftung"),
    /** Device profile, which must be that of the recipe; ThingsBoard's {@code TYPE}. */
    @StoredAs("PROFILE")
    PROFILE("type", "profile", "deviceprofile", "devicetype", "profil", "gerateprofil", "geraeteprofil", "typ"),
    /** A value that the server keeps for the device, under the heading's name. */
    @StoredAs("ATTRIBUTE")
    ATTRIBUTE,
    /** A credential that somebody else made; a recipe makes its own, so it is not used, and that is said. */
    @StoredAs("FOREIGN_CREDENTIAL")
    FOREIGN_CREDENTIAL(
            "token",
            "accesstoken",
            "x509",
            "mqttclientid",
            "mqttusername",
            "mqttpassword",
            "cid",
            "password",
            "passwort",
            "secret"),
    /** Written by us beside a result; not used when the results are fed in again. */
    @StoredAs("RESULT")
    RESULT,
    /** Not used. */
    @StoredAs("IGNORED")
    IGNORED;

    private final List<String> headings;

    Field(String... headings) {
        this.headings = List.of(headings);
    }

    /** The one that is known by this heading, whatever its case, blanks and accents. */
    static Optional<Field> known(String heading) {
        if (ResultFile.COLUMNS.contains(heading.strip())) {
            return Optional.of(RESULT);
        }
        String plain = java.text.Normalizer.normalize(heading, java.text.Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        for (Field each : values()) {
            if (each.headings.contains(plain)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether one column at most may hold it. */
    boolean isUnique() {
        return this == SERIAL || this == NAME || this == LABEL || this == PROFILE;
    }
}
