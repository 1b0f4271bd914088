/**
 * Models behind an OpenAI-compatible address, through LangChain4j: the only home of its types beside {@code weaviate}.
 *
 * <p>Its errors carry the provider's answer, which may quote our key or the text back, and its own retries log them.
 * So only we retry here, and what is thrown names the kind of failure and nothing else.
 */
package kb.llm;
