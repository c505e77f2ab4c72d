/** Help inside the window: the guide, what all codes mean, and the way round for a newcomer. */
package dev.gangway.ui.help;
