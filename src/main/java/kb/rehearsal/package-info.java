/**
 * Runs every route before anybody calls, so that a function's first request is as fast as its sixtieth: SnapStart takes its
 * picture of a program that has done all of it before.
 *
 * <p>What is run is the application as it is deployed, its adapters included, over stand-ins for AWS, the index and the
 * models on loopback and with secrets of no worth. Nothing leaves the machine, nothing of it is kept, and when it fails
 * the function starts all the same. It is run again and again, because Java compiles what is used often, and each time with an
 * application made anew, because the first calls of one are among what is rehearsed.
 *
 * <p>In each round one PDF is really read and one page really drawn, in a process that has ended before the rehearsal does;
 * the other documents are a printed page, which is sooner read.
 *
 * <p>The routes' stand-ins speak plain HTTP, or most of a round would be handshakes. TLS is rehearsed apart, by connections that do nothing
 * else.
 *
 * <p>The stand-ins close each connection behind its answer: a snapshot must not hold one.
 */
package kb.rehearsal;
