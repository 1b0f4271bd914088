package kb.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kb.activity.Activity;
import kb.activity.Deed;
import kb.activity.Kind;
import kb.people.Person;
import kb.people.Tenant;
import kb.store.Condition;
import kb.store.Item;
import kb.store.Order;
import kb.store.Outcome;
import kb.store.Table;
import kb.store.Write;

/**
 * Deletes whole chats.
 *
 * <p>What is begun is finished, whatever interrupts it: the transaction that takes a chat out of sight writes a row that says so, and
 * the row goes with the last message.
 */
public final class Deletions {
    /** Each with what was said about it and how it was asked, and the row. */
    private static final int MESSAGES_AT_ONCE = 33;
    /** Each with its row and an entry in the log. */
    private static final int CHATS_AT_ONCE = 33;

    private final Table table;
    private final StoredQuotes quotes;
    private final Clock clock;

    public Deletions(Table table, StoredQuotes quotes, Clock clock) {
        this.table = table;
        this.quotes = quotes;
        this.clock = clock;
    }

    /** A chat that nobody sees any more, and of which something may be left. */
    private record Begun(String tenant, UUID chatId, Instant begunAt) {
        String messages() {
            return ChatKeys.messages(new Tenant(tenant), chatId);
        }
    }

    /** Whether there was such a chat, or something left of one. */
    boolean delete(Person person, UUID chatId) {
        var hidden = hid(person, List.of(chatId));
        var begun = table.get(ChatKeys.deletion(person, chatId));
        begun.ifPresent(this::finish);
        return hidden || begun.isPresent();
    }

    /** Deletes all chats of a person, and what is left of others, and returns how many that were. */
    int deleteAll(Person person) {
        var deleted = new HashSet<UUID>();
        for (var some = chats(person); !some.isEmpty(); some = chats(person))
            if (hid(person, some)) deleted.addAll(some);
        for (var row : begun(ChatKeys.deletions(person))) {
            finish(row);
            deleted.add(row.as(Begun.class).chatId());
        }
        return deleted.size();
    }

    /** Goes on with what was interrupted. Whoever is still at it does no harm by that, and takes none. */
    public void finishAll() {
        begun("").forEach(this::finish);
    }

    /** How many messages are left of a tenant's chats whose deletion began before a moment. */
    public long left(Tenant tenant, Instant before) {
        return begun(ChatKeys.deletions(tenant)).stream()
                .map(row -> row.as(Begun.class))
                .filter(begun -> begun.begunAt().isBefore(before))
                .mapToLong(begun -> rows(begun.messages(), ChatKeys.MESSAGE).size())
                .sum();
    }

    /** Those with chats of which something may be left. */
    public Set<Tenant> tenants() {
        return begun("").stream()
                .map(row -> new Tenant(row.as(Begun.class).tenant()))
                .collect(Collectors.toSet());
    }

    private List<UUID> chats(Person person) {
        var slice =
                table.query(ChatKeys.chats(person), ChatKeys.CHAT, Order.DESCENDING, CHATS_AT_ONCE, Optional.empty());
        return slice.items().stream().map(item -> item.as(Chat.class).chatId()).toList();
    }

    /** All of them or, when one is not there, none. */
    private boolean hid(Person person, List<UUID> chats) {
        var writes = new ArrayList<Write>();
        for (var chatId : chats) {
            var begun = new Begun(person.tenant().id(), chatId, clock.instant());
            writes.add(new Write.Delete(ChatKeys.chat(person, chatId), Condition.PRESENT));
            writes.add(Write.put(Item.of(ChatKeys.deletion(person, chatId), begun)));
        }
        var deeds = chats.stream()
                .map(chatId -> Deed.of(Kind.CHAT, "delete", chatId))
                .toList();
        return Activity.did(deeds, table, writes) instanceof Outcome.Done;
    }

    private void finish(Item row) {
        var begun = row.as(Begun.class);
        for (var more = true; more; ) {
            var slice = table.query(
                    begun.messages(), ChatKeys.MESSAGE, Order.ASCENDING, MESSAGES_AT_ONCE, Optional.empty());
            var writes = new ArrayList<Write>();
            for (var item : slice.items()) {
                var message = item.as(Message.class);
                quotes.forget(new Tenant(begun.tenant()), message);
                writes.add(Write.delete(item.key()));
                writes.add(Ratings.delete(begun.messages(), message));
                writes.add(AskedHow.delete(begun.messages(), message));
            }
            more = slice.cursor().isPresent();
            if (!more) writes.add(Write.delete(row.key()));
            table.write(writes);
        }
    }

    private List<Item> begun(String prefix) {
        return rows(ChatKeys.DELETIONS, prefix);
    }

    private List<Item> rows(String partition, String prefix) {
        var rows = new ArrayList<Item>();
        var cursor = Optional.<String>empty();
        do {
            var slice = table.query(partition, prefix, Order.ASCENDING, 1_000, cursor);
            rows.addAll(slice.items());
            cursor = slice.cursor();
        } while (cursor.isPresent());
        return rows;
    }
}
