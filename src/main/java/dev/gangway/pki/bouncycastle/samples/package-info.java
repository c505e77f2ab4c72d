/** The sample certificates, sound and broken. */
package dev.gangway.pki.bouncycastle.samples;
