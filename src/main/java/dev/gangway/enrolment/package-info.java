/** Certificates from an authority elsewhere, asked for by a protocol: EST (RFC 7030) and CMP (RFC 9810, RFC 9483). */
package dev.gangway.enrolment;
