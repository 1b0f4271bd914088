/**
 * Understands English follow-up questions by rule: what a question leaves out is taken from the one before it.
 *
 * <p>The rules look at grammar only, at the closed classes of words that carry no topic. What a question is about is
 * never looked at, so they hold for any documents. When in doubt a question stays as it is: a subject that is missing makes a
 * search weaker, a wrong one makes it wrong. Only the person's own words are carried over, never a document's.
 */
package kb.chat.followup;
