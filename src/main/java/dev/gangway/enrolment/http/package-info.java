/** HTTP for enrolment: trust, client certificates, deadlines, cancelling, and failures as values. */
package dev.gangway.enrolment.http;
