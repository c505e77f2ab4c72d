/** One credential tried in several ways, to see which of them the server takes. */
package dev.gangway.bench.matrix;
