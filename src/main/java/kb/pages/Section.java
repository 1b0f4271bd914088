package kb.pages;

/** A heading's words. @param number as it is printed, such as {@code 2.1} or {@code Chapter IV}; empty when it has none */
public record Section(String number, String title) {}
