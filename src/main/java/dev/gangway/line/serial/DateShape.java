package dev.gangway.line.serial;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date within a serial number: {@code yyyy} or {@code yy} year, {@code MM} month, {@code dd} day, {@code DDD} day of
 * the year, {@code YYYY} or {@code YY} year of the week with {@code ww} week (ISO 8601). Two digits of a year are of
 * 2000 to 2099.
 */
record DateShape(List<String> fields) {
    private static final Pattern FIELD = Pattern.compile("yyyy|yy|YYYY|YY|MM|dd|DDD|ww");

    /** Of letters; empty where one is not known, or a week goes with the year of the months. */
    static Optional<DateShape> of(String letters) {
        Matcher matcher = FIELD.matcher(letters);
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (matcher.find() && matcher.start() == at) {
            fields.add(matcher.group());
            at = matcher.end();
        }
        boolean ofWeek = fields.contains("YY") || fields.contains("YYYY");
        boolean once = fields.stream().distinct().count() == fields.size();
        boolean wrongYear = ofWeek != fields.contains("ww");
        return at == letters.length() && at > 0 && once && !wrongYear
                ? Optional.of(new DateShape(List.copyOf(fields)))
                : Optional.empty();
    }

    Pattern shape() {
        StringBuilder digits = new StringBuilder();
        fields.forEach(field -> digits.append("[0-9]{").append(field.length()).append('}'));
        return Pattern.compile(digits.toString());
    }

    /** Whether a date can be said with it. */
    boolean tells(LocalDate date) {
        return date.getYear() >= 2000 && date.getYear() < 2100;
    }

    String write(LocalDate date) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            int value = switch (field) {
                case "yyyy" -> date.getYear();
                case "yy" -> date.getYear() % 100;
                case "YYYY" -> date.get(IsoFields.WEEK_BASED_YEAR);
                case "YY" -> date.get(IsoFields.WEEK_BASED_YEAR) % 100;
                case "MM" -> date.getMonthValue();
                case "dd" -> date.getDayOfMonth();
                case "DDD" -> date.getDayOfYear();
                default -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            };
            text.append(String.format(Locale.ROOT, "%0" + field.length() + "d", value));
        }
        return text.toString();
    }

    /** The first day that is so written; empty where no day is. */
    Optional<LocalDate> read(String digits) {
        int year = 2000;
        int month = 1;
        int day = 1;
        int dayOfYear = 0;
        int week = 0;
        int at = 0;
        for (String field : fields) {
            int value = Integer.parseInt(digits.substring(at, at + field.length()));
            at += field.length();
            switch (field) {
                case "yyyy", "YYYY" -> year = value;
                case "yy", "YY" -> year = 2000 + value;
                case "MM" -> month = value;
                case "dd" -> day = value;
                case "DDD" -> dayOfYear = value;
                default -> week = value;
            }
        }
        boolean leapDayOfNoYear = fields.stream().noneMatch(field -> field.startsWith("y") || field.startsWith("Y"));
        try {
            LocalDate date = week > 0
                    ? LocalDate.of(year, 1, 4)
                            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                            .with(DayOfWeek.MONDAY)
                    : fields.contains("DDD") ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
            return Optional.of(date)
                    .filter(found -> leapDayOfNoYear || write(found).equals(digits));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
