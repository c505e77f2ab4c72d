/** Lists of units as files: CSV and XLSX, read line by line within bounds, and CSV that no spreadsheet runs. */
package dev.gangway.line.batch.table;
