/** What an authority does beside signing: templates, requests, revocation. */
package dev.gangway.pki.authority;
