/** What to think of a credential before anybody is asked: dates, order, strength, and whether key and certificate fit. */
package dev.gangway.pki.checks;
