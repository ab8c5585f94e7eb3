package amends.honesty;

import java.util.List;

/**
 * Some words of a draft, why they are marked, and better ones.
 *
 * @param rule a lasting code, such as {@code vague.soon}
 * @param start where the words begin, {@code end} where they end, in UTF-16 units; the same where
 *     something is missing
 * @param reason one sentence for the writer
 * @param evidence what the system knows that speaks against the words
 * @param suggestion what can stand in place of the words as it is; empty where only the writer can
 *     say it better
 */
public record Finding(
    String rule,
    Kind kind,
    int start,
    int end,
    String words,
    String reason,
    List<Proof> evidence,
    String suggestion) {}
