package kb.chat;

import java.util.UUID;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Key;
import kb.store.Sha256;

/** Where chats and their messages stand in the chat table. */
final class ChatKeys {
    /** Begins the sort key of each chat. */
    static final String CHAT = "chat#";
    /** Begins the sort key of each message. */
    static final String MESSAGE = "message#";
    /** The partition of chats that are being deleted, of all tenants. */
    static final String DELETIONS = "deletions";

    private ChatKeys() {}

    static Key chat(Person person, UUID chatId) {
        return new Key(chats(person), CHAT + chatId);
    }

    static Key message(Person person, Message message) {
        return message(person.tenant(), message.chatId(), message.messageId());
    }

    static Key message(Tenant tenant, UUID chatId, UUID messageId) {
        return new Key(messages(tenant, chatId), MESSAGE + messageId);
    }

    /** The partition of a person's chats. */
    static String chats(Person person) {
        return "chats#" + person.tenant().id() + "#" + Sha256.hex(person.id());
    }

    /** A chat that is being deleted. */
    static Key deletion(Person person, UUID chatId) {
        return new Key(DELETIONS, deletions(person) + chatId);
    }

    /** Begins the sort key of each chat of a person that is being deleted. */
    static String deletions(Person person) {
        return deletions(person.tenant()) + Sha256.hex(person.id()) + "#";
    }

    /** Begins the sort key of each chat of a tenant that is being deleted. */
    static String deletions(Tenant tenant) {
        return tenant.id() + "#";
    }

    /** What one embedding model makes of sentences that all tenants share. @param space names it and how long its vectors are */
    static Key unrelated(String space) {
        return new Key("unrelated", space);
    }

    /** The partition of a chat's messages. */
    static String messages(Tenant tenant, UUID chatId) {
        return "messages#" + tenant.id() + "#" + chatId;
    }
}
