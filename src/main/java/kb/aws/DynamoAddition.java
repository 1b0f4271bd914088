package kb.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.TreeMap;
import kb.store.Write;

/** An addition in DynamoDB's words. @param when it may be made */
record DynamoAddition(String update, DynamoExpression when) {
    /** The name is known from the condition. */
    private static final String EXPIRING = " SET #expires = :expires";

    static DynamoAddition of(Write.Add add, Instant now) {
        var unexpired = DynamoExpression.unexpired(now);
        var names = new HashMap<>(unexpired.names());
        var values = new HashMap<>(unexpired.values());
        var sums = new ArrayList<String>();
        new TreeMap<>(add.amounts()).forEach((attribute, amount) -> {
            var at = sums.size();
            names.put("#n" + at, attribute);
            values.put(":n" + at, DynamoItems.value(amount));
            sums.add("#n%d :n%d".formatted(at, at));
        });
        add.expires().ifPresent(time -> values.put(":expires", DynamoItems.seconds(time)));
        var update = "ADD " + String.join(", ", sums) + (add.expires().isPresent() ? EXPIRING : "");
        return new DynamoAddition(update, new DynamoExpression(unexpired.text(), names, values));
    }
}
