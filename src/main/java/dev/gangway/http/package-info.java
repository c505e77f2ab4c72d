/** HTTP clients that share their sockets and threads, and whom they believe. */
package dev.gangway.http;
