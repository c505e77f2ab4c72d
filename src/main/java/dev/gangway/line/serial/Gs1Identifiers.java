package dev.gangway.line.serial;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Application identifiers of the GS1 General Specifications (section 3.2 and figure 7.8.5-2): what each holds. Those
 * that a device's label can carry, and the others so far that an element string can be cut.
 */
final class Gs1Identifiers {
    /**
     * What an identifier holds.
     *
     * @param digits the first so many characters must be digits
     * @param checkedAt the last of so many digits is their check digit; 0 for none
     * @param least characters
     * @param most characters
     * @param date the first six digits are a date
     */
    record Rule(String identifier, int digits, int checkedAt, int least, int most, boolean date) {
        /** Whether the value ends by its length: then no separator need follow. */
        boolean isPredefined() {
            return PREDEFINED.containsKey(identifier.substring(0, 2));
        }
    }

    /** Identifiers by their first two digits whose values have a length of their own, and need no separator. */
    private static final Map<String, Integer> PREDEFINED = new HashMap<>();

    private static final Map<String, Rule> RULES = new HashMap<>();

    static {
        for (String first : "00 01 02 03 04 11 12 13 14 15 16 17 18 19 20 31 32 33 34 35 36 41".split(" ")) {
            PREDEFINED.put(first, 0);
        }
        numbers(18, 18, "00");
        numbers(14, 14, "01", "02", "03");
        for (int each = 11; each <= 17; each++) {
            if (each != 14) {
                put(new Rule(String.valueOf(each), 6, 0, 6, 6, true));
            }
        }
        numbers(0, 2, "20");
        texts(20, "10", "21", "22", "243", "254", "427");
        texts(28, "235");
        texts(30, "240", "241", "250", "251", "400", "401", "403");
        upTo(6, "242");
        upTo(8, "30", "37");
        put(new Rule("253", 13, 13, 13, 30, false));
        put(new Rule("255", 13, 13, 13, 25, false));
        numbers(17, 17, "402");
        for (int each = 410; each <= 417; each++) {
            numbers(13, 13, String.valueOf(each));
        }
        texts(20, "420");
        put(new Rule("421", 3, 0, 4, 12, false));
        numbers(0, 3, "422", "424", "426");
        for (int each = 310; each <= 369; each++) {
            if (each % 10 != 8 || each == 328 || each == 348 || each == 358 || each == 368) {
                for (int place = 0; place <= 5; place++) {
                    numbers(0, 6, each + "" + place);
                }
            }
        }
        for (int place = 0; place <= 9; place++) {
            upTo(15, "390" + place, "392" + place);
            put(new Rule("391" + place, 18, 0, 4, 18, false));
            put(new Rule("393" + place, 18, 0, 4, 18, false));
            texts(27, "703" + place);
        }
        texts(20, "710", "711", "712", "713", "714", "715", "716");
        numbers(0, 13, "7001");
        texts(30, "7002", "7023", "7240");
        numbers(0, 10, "7003");
        texts(20, "7005", "7020", "7021", "7022");
        numbers(0, 14, "8001");
        texts(20, "8002", "8012");
        put(new Rule("8003", 14, 14, 14, 30, false));
        texts(30, "8004", "8010", "8013");
        numbers(0, 6, "8005");
        numbers(0, 18, "8006", "8026");
        texts(34, "8007");
        upTo(12, "8008", "8011");
        texts(50, "8009");
        numbers(18, 18, "8017", "8018");
        upTo(10, "8019");
        texts(25, "8020", "8030");
        texts(70, "8110", "8112", "8200");
        numbers(0, 4, "8111");
        texts(30, "90");
        for (int each = 91; each <= 99; each++) {
            texts(90, String.valueOf(each));
        }
    }

    private Gs1Identifiers() {}

    /** The rule of the identifier that a text begins with. */
    static Optional<Rule> at(String text, int from) {
        for (int length = 2; length <= 4 && from + length <= text.length(); length++) {
            Rule rule = RULES.get(text.substring(from, from + length));
            if (rule != null) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** The rule of an identifier. */
    static Optional<Rule> of(String identifier) {
        return Optional.ofNullable(RULES.get(identifier));
    }

    private static void numbers(int checkedAt, int length, String... identifiers) {
        for (String each : identifiers) {
            put(new Rule(each, length, checkedAt, length, length, false));
        }
    }

    private static void upTo(int most, String... identifiers) {
        for (String each : identifiers) {
            put(new Rule(each, most, 0, 1, most, false));
        }
    }

    private static void texts(int most, String... identifiers) {
        for (String each : identifiers) {
            put(new Rule(each, 0, 0, 1, most, false));
        }
    }

    private static void put(Rule rule) {
        RULES.put(rule.identifier(), rule);
    }
}
