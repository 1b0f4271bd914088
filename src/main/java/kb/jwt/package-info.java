/**
 * Who is asking: a strict gate around java-jwt, which alone takes tokens it should not.
 *
 * <p>Decided here, because nobody else says it:
 *
 * <ul>
 *   <li>Header {@code typ} may be absent, {@code JWT} or {@code at+jwt} (RFC 9068). Any other type is refused, so that a
 *       token made for another purpose, such as a logout token, opens nothing (RFC 8725, 3.11).
 *   <li>{@code null} counts as absent for ids, names, role, issuer and audience, as some issuers write it. For times,
 *       {@code token_type} and {@code tenant} it is a mistake: a mistaken tenant must not become the default one.
 *   <li>A name is only for reading, so an odd one is passed over. An odd id, role or tenant is refused.
 *   <li>{@code iat} must be a time but may lie ahead: it grants nothing.
 *   <li>The algorithm is a setting. With a key set, {@code kid} chooses among the keys that fit it; a token without one is
 *       taken where there is but one such key. With a single configured key, or a secret, {@code kid} is not read.
 * </ul>
 */
package kb.jwt;
