/** Brings devices on board by recipes: the steps of one device, their journal, going on after a crash, undoing. */
package dev.gangway.onboarding;
