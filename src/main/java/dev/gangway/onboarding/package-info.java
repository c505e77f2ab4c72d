/** The use cases: what window, command line and batch runner do with an unlocked vault. */
package dev.gangway.onboarding;
