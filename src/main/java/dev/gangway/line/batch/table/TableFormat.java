package dev.gangway.line.batch.table;

import java.nio.charset.Charset;

/** How a list is written. */
public sealed interface TableFormat {
    /**
     * Separated values (RFC 4180, with any separator).
     *
     * @param charset encoding
     * @param mark length in bytes of the byte order mark in front, 0 for none
     * @param separator between two cells
     * @param preamble lines in front that say how the file is written, as Excel's {@code sep=;}
     */
    record Csv(Charset charset, int mark, char separator, int preamble) implements TableFormat {}

    /**
     * A sheet of an Office Open XML workbook (ECMA-376).
     *
     * @param sheet its name
     * @param others how many other sheets it has, which are not read
     */
    record Xlsx(String sheet, int others) implements TableFormat {}

    /** Flat JSON objects (RFC 8259), in an array or one after the other. */
    record Json() implements TableFormat {}
}
