package kb.histories;

import java.util.List;
import java.util.Optional;

/**
 * An operation, what goes wrong during it, and what else happens in the middle of it.
 *
 * <p>In the middle of a search one thing happens: a search promises to be of one moment as to the versions of a name, and of
 * two documents that have nothing to do with each other it may see the younger one first.
 *
 * @param call before which call to a port the others happen
 */
record Step(Operation operation, Optional<Trouble.Fault> fault, int call, List<Operation> others) {
    Step {
        others =
                operation instanceof Operation.Search ? others.stream().limit(1).toList() : List.copyOf(others);
    }
}
