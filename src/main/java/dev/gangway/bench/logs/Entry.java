package dev.gangway.bench.logs;

/**
 * One code or line that is known.
 *
 * @param stack id of the stack that prints it, for example {@code esp-idf}
 * @param source the vendor's document or header file and the section in it
 * @param code the code as the source writes it; empty for lines without one
 * @param name the name that the source gives it
 * @param meaning what it says
 */
public record Entry(String stack, String source, String code, String name, Meaning meaning) {}
