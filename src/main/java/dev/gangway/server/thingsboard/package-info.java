/** ThingsBoard's REST interface, as version 4.3 answers; see docs/errors.md for how its refusals become diagnoses. */
package dev.gangway.server.thingsboard;
