/**
 * Differential diagnosis: what a refusal can come from, how sure each cause is and by what, and which further connection
 * would tell. Knows nothing of connections or protocols; those who know propose. See docs/diagnosis.md.
 */
package dev.gangway.bench.causes;
