/** Labels: what stands on one, drawn as picture, page or ZPL, and sent to a printer that is asked how it is. */
package dev.gangway.line.label;
