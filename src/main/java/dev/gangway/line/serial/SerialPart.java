package dev.gangway.line.serial;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** One part of a serial number's pattern. */
sealed interface SerialPart {
    /** As the pattern has it, for messages. */
    String text();

    /** What is read; without groups that capture. */
    Pattern shape();

    /** Its characters in a new number; empty where this part cannot be made. */
    Optional<String> make(long counter, LocalDate date, String before);

    /** A part that is always the same. */
    record Fixed(String text) implements SerialPart {
        @Override
        public Pattern shape() {
            return Pattern.compile(Pattern.quote(text));
        }

        @Override
        public Optional<String> make(long counter, LocalDate date, String before) {
            return Optional.of(text);
        }
    }

    /** A number with leading zeros. */
    record Counter(String text, int width, int base) implements SerialPart {
        @Override
        public Pattern shape() {
            String digits =
                    base <= 10 ? "[0-" + (char) ('0' + base - 1) + "]" : "[0-9A-" + (char) ('A' + base - 11) + "]";
            return Pattern.compile(digits + "{" + width + "}");
        }

        @Override
        public Optional<String> make(long counter, LocalDate date, String before) {
            return Optional.of(padded(counter, width, base));
        }

        /** How many different numbers it has. */
        long capacity() {
            return power(base, width);
        }

        OptionalLong read(String found) {
            return OptionalLong.of(Long.parseLong(found, base));
        }
    }

    /** A date, in letters that {@link DateShape} knows. */
    record Date(String text, DateShape format) implements SerialPart {
        @Override
        public Pattern shape() {
            return format.shape();
        }

        @Override
        public Optional<String> make(long counter, LocalDate date, String before) {
            return Optional.of(format.write(date));
        }
    }

    /** Check characters over all that stands before them. */
    record Check(String text, CheckDigit kind) implements SerialPart {
        @Override
        public Pattern shape() {
            return Pattern.compile(
                    switch (kind) {
                        case LUHN, GS1 -> "[0-9]";
                        case MOD11_2 -> "[0-9X]";
                        case MOD37_36 -> "[0-9A-Z]";
                        case MOD97_10 -> "[0-9]{2}";
                    });
        }

        @Override
        public Optional<String> make(long counter, LocalDate date, String before) {
            return kind.of(covered(before));
        }

        /** Of what stands before it, the characters that it counts. */
        String covered(String before) {
            StringBuilder covered = new StringBuilder();
            before.chars().filter(each -> kind.counts((char) each)).forEach(each -> covered.append((char) each));
            return covered.toString();
        }
    }

    /** An address of a block that IEEE assigned: MAC (EUI-48) or EUI-64; read in any of the usual ways to write it. */
    record Address(String text, String block, int digits, String separator) implements SerialPart {
        @Override
        public Pattern shape() {
            String pair = "[0-9A-Fa-f]{2}";
            int more = digits / 2 - 1;
            return Pattern.compile(pair + "(?:(?::" + pair + "){" + more + "}|(?:-" + pair + "){" + more + "}|(?:"
                    + pair + "){" + more + "})");
        }

        @Override
        public Optional<String> make(long counter, LocalDate date, String before) {
            return Optional.of(written(block + padded(counter, digits - block.length(), 16)));
        }

        /** The one way to write it that this part has. */
        String written(String found) {
            String plain = found.replaceAll("[:-]", "").toUpperCase(Locale.ROOT);
            return plain.replaceAll("..(?!$)", "$0" + separator);
        }

        long capacity() {
            return power(16, digits - block.length());
        }

        /** Its number within the block; empty where it is of another. */
        OptionalLong read(String written) {
            String plain = written.replaceAll("[:-]", "");
            return plain.startsWith(block)
                    ? OptionalLong.of(Long.parseLong(plain.substring(block.length()), 16))
                    : OptionalLong.empty();
        }
    }

    /** A UUID (RFC 9562), made of version 4 or 7. */
    record Uuid(String text, int version) implements SerialPart {
        @Override
        public Pattern shape() {
            return Pattern.compile(
                    "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}");
        }

        @Override
        public Optional<String> make(long counter, LocalDate date, String before) {
            UUID random = UUID.randomUUID();
            if (version == 4) {
                return Optional.of(random.toString());
            }
            long high = System.currentTimeMillis() << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF;
            return Optional.of(new UUID(high, random.getLeastSignificantBits()).toString());
        }
    }

    /** Characters that somebody else has chosen. */
    record Foreign(String text, Pattern shape) implements SerialPart {
        /** Whether its length is not always the same. */
        boolean varies() {
            return text.equals("{text}")
                    || text.chars().filter(each -> each == ':').count() == 2;
        }

        @Override
        public Optional<String> make(long counter, LocalDate date, String before) {
            return Optional.empty();
        }
    }

    private static String padded(long number, int width, int base) {
        String digits = Long.toString(number, base).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static long power(int base, int width) {
        long product = 1;
        for (int i = 0; i < width; i++) {
            product = product > Long.MAX_VALUE / base ? Long.MAX_VALUE : product * base;
        }
        return product;
    }
}
