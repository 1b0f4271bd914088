/**
 * HTTP as values: a request goes in, a response comes out, and nothing here knows a server, a cloud or a document.
 *
 * <p>All that is not a feature's is decided here once for every front end: paths and verbs, who may enter, CORS, security
 * headers, request ids, problems and the access log. That is why both front ends can be held to one contract.
 *
 * <p>What a caller did wrong is a {@link kb.http.Problem}. No exception's text reaches a caller, and of what a caller sent
 * only its request id reaches the log.
 */
package kb.http;
