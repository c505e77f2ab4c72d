/**
 * The one judge of certificate paths (RFC 5280, section 6): who signed whom, which order a chain has, whether it leads to
 * an authority that is trusted, whether it is made for a host, and, where not, why.
 */
package dev.gangway.pki.path;
