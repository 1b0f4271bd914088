package kb.chat;

/** The end of a chat. @param question as it was asked */
public record LastTurn(Message asked, Question question, Message answer) {}
