/**
 * DynamoDB, S3, SQS and Secrets Manager behind our ports: the only home of AWS's types, besides the twin's own S3 server.
 *
 * <p>The SDK talks over {@code HttpURLConnection}: the other HTTP clients cost more at a cold start than they save
 * afterwards. Addresses and credentials are found by the SDK's own rules.
 */
package kb.aws;
