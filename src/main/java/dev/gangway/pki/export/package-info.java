/** Credentials as devices and tools need them. */
package dev.gangway.pki.export;
