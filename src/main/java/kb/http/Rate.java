package kb.http;

import java.time.Duration;

/**
 * How often one person may use the routes of one kind.
 *
 * @param kind which of the routes; each kind is counted by itself
 * @param requests so many in each window
 */
public record Rate(String kind, int requests, Duration window) {}
