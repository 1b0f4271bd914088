/**
 * The front ends on AWS Lambda. Each unwraps its event, hands it on and wraps the answer: requests to the router, messages
 * to {@link kb.queue.Deliveries}, and each minute a round to {@link kb.Rounds}.
 *
 * <p>No framework, because it would start with every cold start. The events' types come from AWS's own library and go no
 * further than this package.
 */
package kb.lambda;
