/** What whole files and folders hold, and what belongs together in it; the JDK alone. */
package dev.gangway.pki.importing;
