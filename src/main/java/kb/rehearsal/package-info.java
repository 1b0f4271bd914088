/**
 * Runs every route once before anybody calls, so that a function's first request is as fast as its sixtieth: SnapStart takes its
 * picture of a program that has done all of it before.
 *
 * <p>What is run is the application as it is deployed, its adapters included, over stand-ins for AWS, the index and the
 * models on loopback and with secrets of no worth. Nothing leaves the process, nothing of it is kept, and when it fails
 * the function starts all the same.
 *
 * <p>The stand-ins close each connection behind its answer: a snapshot must not hold one.
 */
package kb.rehearsal;
