package kb.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;

/** The look of what comes next, and those that were saved; goes with PDFBox's stack of graphics states. */
final class Looks {
    private final Deque<Look> stack = new ArrayDeque<>();

    Looks(Look first) {
        stack.push(first);
    }

    Look now() {
        return stack.peek();
    }

    void change(UnaryOperator<Look> change) {
        stack.push(change.apply(stack.pop()));
    }

    void save() {
        stack.push(stack.peek());
    }

    void restore() {
        if (stack.size() > 1) stack.pop();
    }

    int saved() {
        return stack.size();
    }

    /** Back to what there was when so many were saved, whatever a form did. */
    void restoreTo(int saved) {
        while (stack.size() > saved) stack.pop();
    }
}
