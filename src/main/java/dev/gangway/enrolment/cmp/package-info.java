/** Certificate Management Protocol (RFC 4210, RFC 9483) over HTTP (RFC 6712), as a client. */
package dev.gangway.enrolment.cmp;
