/**
 * Conversations, and answers whose every quote was looked up again on its page.
 *
 * <p>What could not be found there is not said, and too little evidence is no answer: an answer that is missing can be
 * asked for again, one that is made up is believed. A question and its answer are kept together or not at all.
 *
 * <p>A chat model is one more stranger: what it writes is a claim until its quotes are found, and plain text when they are. While it is
 * silent its listener is asked now and then whether it is still there: nobody pays for what nobody hears.
 */
package kb.chat;
