/** Certificate Management Protocol (RFC 9810, RFC 9483) over HTTP (RFC 9811), as a client. */
package dev.gangway.enrolment.cmp;
