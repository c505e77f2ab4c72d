/** PEM and DER as people's files have them; the JDK alone. */
package dev.gangway.pki.reading;
