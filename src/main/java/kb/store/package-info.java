/**
 * Records in a table shaped like DynamoDB, because that is the store in production.
 *
 * <p>What DynamoDB cannot do the port does not offer, and its limits hold everywhere: whatever works on one machine works
 * there. There is no scan and no secondary index; what must be found has a row.
 */
package kb.store;
