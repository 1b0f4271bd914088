/**
 * The application on one machine: Javalin, SQLite, Lucene, an S3 server and an embedding model in one process.
 *
 * <p>It is a deployment and not a toy: it keeps what it said it would keep through a crash, listens to this machine only
 * unless told otherwise, and lets nobody in without a token. Each part stands behind the port that its counterpart on AWS
 * stands behind.
 */
package kb.local;
