/**
 * The settings, read once from environment variables into records.
 *
 * <p>All mistakes are told at once and before anything starts. Neither a complaint nor a record's text repeats a value,
 * because either may end in a log and the value may be a secret.
 */
package kb.config;
