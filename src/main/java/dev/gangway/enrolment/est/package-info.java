/** Enrolment over Secure Transport (RFC 7030), as a client. */
package dev.gangway.enrolment.est;
