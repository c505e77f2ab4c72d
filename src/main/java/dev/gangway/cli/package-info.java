/** The command line: the same use cases as the window, with output for people and for programs. See docs/cli.md. */
package dev.gangway.cli;
