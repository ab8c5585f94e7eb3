package amends.shared.page;

/**
 * A short word in a frame.
 *
 * @param strong black: severity, such as danger
 */
public record Badge(String words, boolean strong) {}
