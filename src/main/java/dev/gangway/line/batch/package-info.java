/** Many units from one list: columns and what they mean, the dry run, the run with its results, going on after a stop. */
package dev.gangway.line.batch;
