/**
 * What all ports share: a part of the outside world can be down and says so in one way. And ids that follow the clock.
 *
 * <p>A part that is down is nobody's mistake and is worth trying again, which no other failure is. It is an exception of
 * its own so that no feature has to know why.
 */
package kb.outside;
