package amends.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is on record at the end, read beside the program. */
final class Books implements AutoCloseable {
  private final Connection connection;

  Books(Connection connection) {
    this.connection = connection;
  }

  /**
   * A mail that was stored.
   *
   * @param to its envelope's last recipient
   * @param places in how many places it lies: messages of cases, and held
   * @param millis from the door to its place
   */
  record Stored(
      long id, String messageId, String to, String disposition, int places, long millis) {}

  /** An acknowledgement; the moments of its delivery as they stand. */
  record Acknowledgement(
      String rfcId,
      long caseId,
      String address,
      boolean capped,
      boolean accepted,
      boolean failed,
      int ambiguousTries) {
    boolean owed() {
      return !capped && !failed;
    }
  }

  List<Stored> stored() throws SQLException {
    return rows(
        """
        select i.id, i.message_id, i.envelope_to[cardinality(i.envelope_to)],
          coalesce(i.disposition, ''),
          (select count(*) from message m where m.inbound_id = i.id and m.about_kind = 'case')
            + (select count(*) from held_mail h where h.inbound_id = i.id and h.decided_at is null),
          coalesce(extract(epoch from i.done_at - i.received_at) * 1000, -1)
        from inbound i order by i.id
        """,
        rs ->
            new Stored(
                rs.getLong(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getInt(5),
                rs.getLong(6)));
  }

  /** The beginnings of the Message-IDs of mails to colleagues that were handed over. */
  Set<String> notices() throws SQLException {
    return Set.copyOf(
        rows(
            "select id from notice_mail where attempts > 0",
            rs -> "notice." + Long.toString(rs.getLong(1), Character.MAX_RADIX)));
  }

  List<Acknowledgement> acknowledgements() throws SQLException {
    return rows(
        """
        select m.rfc_id, m.about_id, m.address, m.not_sent is not null, d.accepted_at is not null,
          d.failed_at is not null, coalesce(d.ambiguous_tries, 0)
        from message m left join delivery d on d.message_id = m.id
        where m.kind = 'acknowledgement' order by m.id
        """,
        rs ->
            new Acknowledgement(
                bare(rs.getString(1)),
                rs.getLong(2),
                rs.getString(3),
                rs.getBoolean(4),
                rs.getBoolean(5),
                rs.getBoolean(6),
                rs.getInt(7)));
  }

  long count(String sql) throws SQLException {
    return rows(sql, rs -> rs.getLong(1)).getFirst();
  }

  /** Why deliveries failed, each reason once. */
  List<String> failures() throws SQLException {
    return rows(
        "select distinct failed_why from delivery where failed_at is not null order by 1",
        rs -> rs.getString(1));
  }

  long cases() throws SQLException {
    return count("select count(*) from amends_case");
  }

  /** What still has to be read or delivered. */
  long owed() throws SQLException {
    return count(
        """
        select (select count(*) from inbound where done_at is null)
          + (select count(*) from delivery where done_at is null)
        """);
  }

  static String bare(String messageId) {
    return messageId.replaceAll("[<>\\s]", "");
  }

  private <T> List<T> rows(String sql, Reader<T> reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rs = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (rs.next()) rows.add(reader.read(rs));
      return rows;
    }
  }

  private interface Reader<T> {
    T read(ResultSet rs) throws SQLException;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
