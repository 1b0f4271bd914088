/**
 * The front end on AWS Lambda: unwraps API Gateway's event, asks the router, wraps the answer.
 *
 * <p>No framework, because it would start with every cold start. The events' types come from AWS's own library and go no
 * further than this package.
 */
package kb.lambda;
