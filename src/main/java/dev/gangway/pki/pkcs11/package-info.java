/**
 * Tokens through PKCS#11 2.40: what the JDK's provider hides (tokens, tries, exact errors) is asked of the module
 * directly, keys and signatures go through the JDK's provider, SunPKCS11.
 */
package dev.gangway.pki.pkcs11;
