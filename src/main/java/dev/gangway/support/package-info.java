/** What is handed to somebody who helps: version, platform, settings and log, without secrets. */
@NullMarked
package dev.gangway.support;

import org.jspecify.annotations.NullMarked;
