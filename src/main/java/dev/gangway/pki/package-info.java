/** Keys, certificates and authorities; everything here is a calculation, nothing is stored or sent. */
package dev.gangway.pki;
