package amends.cases;

import java.time.Instant;

/**
 * For whom a case is to wait.
 *
 * @param whom customer, carrier, insurer, supplier, court or colleague
 * @param words what we wait for, for colleagues: "their answer to the damage report"; empty only
 *     where it is the customer's turn
 * @param lookAt when we look ourselves, whether it has come
 */
public record Waiting(String whom, String words, Instant lookAt) {}
