/** The same thing done to several, one after the other, in view of the person who asked for it. */
package dev.gangway.ui.kit.job;
