package kb.histories;

import java.util.List;
import java.util.Optional;

/**
 * An operation, what goes wrong during it, and what else happens in the middle of it.
 *
 * @param call before which call to a port the others happen
 */
record Step(Operation operation, Optional<Trouble.Fault> fault, int call, List<Operation> others) {
    Step {
        others = List.copyOf(others);
    }
}
