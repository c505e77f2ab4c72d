/** Reports for people: facts and tables as HTML, CSV and PDF. */
package dev.gangway.line.report;
