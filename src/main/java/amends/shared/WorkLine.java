package amends.shared;

/**
 * Work that waits in rows, for whoever watches how much of it there is; a bean for each table.
 *
 * @param name a code: inbound, alarm, delivery, notice_mail, job
 */
public record WorkLine(String name, WorkRows rows) {}
