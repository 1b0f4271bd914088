/**
 * Weaviate as the distributed index: the only home of its client's types.
 *
 * <p>The client comes with {@code langchain4j-weaviate}, whose own {@code WeaviateEmbeddingStore} is not used. Run against
 * a recording server it ignored the search's filter (one owner's search returned another's text), overlooked an object
 * that failed inside a batch, deleted only what one unpaged listing showed, turned metadata into strings, gave equal
 * texts of two documents one id, and knew neither tenants nor keyword search.
 *
 * <p>Only the client's REST and GraphQL are used, so gRPC, protobuf, Guava and Lombok stay out of the artifact. Its HTTP
 * is replaced by {@link kb.weaviate.Wire}: it opens a connection for each request, forgets to close it after a failure,
 * logs headers at debug level, and takes an error with an empty body for a success.
 */
package kb.weaviate;
