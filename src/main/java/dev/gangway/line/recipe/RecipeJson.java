package dev.gangway.line.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.KeyType;
import dev.gangway.stored.StoredNames;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A recipe as JSON; docs/line.md has the members. Strict: what is unknown is refused by name. */
final class RecipeJson {
    private static final int MOST_TOKEN = 32;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_SECONDS = 3_600;

    private RecipeJson() {}

    static ObjectNode write(Recipe recipe) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", recipe.name());
        json.put("version", recipe.version());
        json.put("namePattern", recipe.namePattern());
        json.put("serials", recipe.serials());
        json.put("profile", recipe.profile());
        json.put("label", recipe.label());
        ObjectNode attributes = json.putObject("attributes");
        recipe.attributes().forEach(attributes::put);
        recipe.customer().ifPresent(customer -> json.put("customer", customer));
        credential(json.putObject("credential"), recipe.credential());
        recipe.server().ifPresent(server -> json.put("server", server));
        json.put("test", word(recipe.test()));
        recipe.labelTemplate().ifPresent(template -> json.put("labelTemplate", template));
        StationRules rules = recipe.rules();
        ObjectNode station = json.putObject("station");
        station.put("operator", rules.operator());
        rules.goldenGood().ifPresent(serial -> station.put("goldenGood", serial));
        rules.goldenBad().ifPresent(serial -> station.put("goldenBad", serial));
        station.put("attempts", rules.attempts());
        station.put("lanes", rules.lanes());
        if (rules.pin()) {
            station.put("pin", true);
        }
        recipe.program().ifPresent(program -> {
            ObjectNode device = json.putObject("device");
            program.command().forEach(device.putArray("command")::add);
            device.put("seconds", program.deadline().toSeconds());
        });
        recipe.deviceWait().ifPresent(wait -> {
            ObjectNode waiting =
                    json.putObject("wait").put("seconds", wait.deadline().toSeconds());
            wait.key().ifPresent(key -> waiting.put("key", key));
        });
        return json;
    }

    static Outcome<Recipe> read(JsonNode json) {
        return JsonMembers.reading(json, "", members -> {
            Map<String, String> attributes = new LinkedHashMap<>();
            members.object("attributes")
                    .ifPresent(inner -> inner.names().forEach(name -> attributes.put(name, inner.text(name))));
            return new Recipe(
                    members.text("name"),
                    members.number("version", 1, 1, Integer.MAX_VALUE),
                    members.text("namePattern"),
                    members.text("serials", ""),
                    members.text("profile", "default"),
                    members.text("label", ""),
                    attributes,
                    members.maybe("customer"),
                    credential(members.needed("credential")),
                    members.maybe("server"),
                    members.choice("test", Recipe.Proof.class, Recipe.Proof.TELEMETRY),
                    members.maybe("labelTemplate"),
                    members.object("station").map(RecipeJson::rules).orElse(StationRules.USUAL),
                    members.object("device").map(RecipeJson::program),
                    members.object("wait").map(RecipeJson::wait));
        });
    }

    private static StationRules rules(JsonMembers members) {
        return new StationRules(
                members.truth("operator", false),
                members.maybe("goldenGood"),
                members.maybe("goldenBad"),
                members.number("attempts", StationRules.USUAL.attempts(), 1, MOST_ATTEMPTS),
                members.number("lanes", 1, 1, StationRules.MOST_LANES),
                members.truth("pin", false) ? Optional.of(true) : Optional.empty());
    }

    private static DeviceProgram program(JsonMembers members) {
        return new DeviceProgram(
                members.texts("command"), Duration.ofSeconds(members.number("seconds", 60, 1, MOST_SECONDS)));
    }

    private static DeviceWait wait(JsonMembers members) {
        return new DeviceWait(
                Duration.ofSeconds(members.number(
                        "seconds", (int) DeviceWait.USUAL.deadline().toSeconds(), 1, MOST_SECONDS)),
                members.maybe("key"));
    }

    private static void credential(ObjectNode json, RecipeCredential credential) {
        switch (credential) {
            case RecipeCredential.Token(int length) -> json.put("type", "token").put("length", length);
            case RecipeCredential.SelfSigned own ->
                certificate(json.put("type", "x509"), own.key(), own.validity(), own.subject());
            case RecipeCredential.Issued issued -> {
                json.put("type", "issued").put("authority", issued.authority()).put("way", word(issued.way()));
                certificate(json, issued.key(), issued.validity(), issued.subject());
            }
            case RecipeCredential.OnDevice own -> {
                json.put("type", "on-device").put("authority", own.authority()).put("way", word(own.way()));
                certificate(json, own.key(), own.validity(), own.subject());
            }
        }
    }

    private static void certificate(ObjectNode json, KeyType key, Duration validity, String subject) {
        json.put("key", word(key)).put("days", validity.toDays()).put("subject", subject);
    }

    private static RecipeCredential credential(JsonMembers members) {
        String type = members.text("type");
        return switch (type) {
            case "token" -> new RecipeCredential.Token(members.number("length", 20, 1, MOST_TOKEN));
            case "x509" -> new RecipeCredential.SelfSigned(key(members), validity(members), subject(members));
            case "issued" ->
                new RecipeCredential.Issued(
                        members.text("authority"),
                        members.choice("way", RecipeCredential.Issued.Way.class, RecipeCredential.Issued.Way.CHAIN),
                        key(members),
                        validity(members),
                        subject(members));
            case "on-device" ->
                new RecipeCredential.OnDevice(
                        members.text("authority"),
                        wayOfOwnKey(members),
                        key(members),
                        validity(members),
                        subject(members));
            default -> throw members.invalid("type", type, "token, x509, issued, on-device");
        };
    }

    private static RecipeCredential.Issued.Way wayOfOwnKey(JsonMembers members) {
        RecipeCredential.Issued.Way way =
                members.choice("way", RecipeCredential.Issued.Way.class, RecipeCredential.Issued.Way.CHAIN);
        if (way == RecipeCredential.Issued.Way.FIRST_CONTACT) {
            throw members.invalid("way", word(way), "chain, leaf");
        }
        return way;
    }

    private static KeyType key(JsonMembers members) {
        return members.choice("key", KeyType.class, KeyType.EC_P256);
    }

    private static Duration validity(JsonMembers members) {
        return Duration.ofDays(members.number("days", 3_650, 1, MOST_DAYS));
    }

    private static String subject(JsonMembers members) {
        return members.text("subject", "CN={name}");
    }

    /** A constant as it is written: {@code ec-p256}. */
    static String word(Enum<?> constant) {
        return StoredNames.of(constant).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
