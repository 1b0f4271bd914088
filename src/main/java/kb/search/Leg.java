package kb.search;

import java.util.EnumSet;
import java.util.Set;

/** The two ways in which an index finds chunks. */
public enum Leg {
    KEYWORD,
    VECTOR;

    public static final Set<Leg> ALL = Set.copyOf(EnumSet.allOf(Leg.class));
}
