/** The seams of {@code pki} with Bouncy Castle, the only place of this room that names it. */
package dev.gangway.pki.bouncycastle;
