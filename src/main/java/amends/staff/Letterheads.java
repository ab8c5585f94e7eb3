package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The paper that a brand writes its letters on. Asks for no permission: callers do. */
@Component
public final class Letterheads {
  private static final int MOST_LINES = 5;
  private static final int LONGEST_LINE = 60;
  private static final int LONGEST_FOOT = 600;

  private final JdbcClient sql;
  private final Acts acts;
  private final InstantSource clock;
  private final Journal journal;
  private final Staff staff;

  Letterheads(JdbcClient sql, Acts acts, InstantSource clock, Journal journal, Staff staff) {
    this.sql = sql;
    this.acts = acts;
    this.clock = clock;
    this.journal = journal;
    this.staff = staff;
  }

  /** That of a brand; {@link Letterhead#PLAIN} when none was set. */
  public Letterhead of(long brandId) {
    return sql.sql("select address, foot, logo from letterhead where brand_id = :brand")
        .param("brand", brandId)
        .query((rs, n) ->
            new Letterhead(rs.getString("address"), rs.getString("foot"), rs.getBytes("logo")))
        .optional()
        .orElse(Letterhead.PLAIN);
  }

  /** What becomes of the logo. */
  public sealed interface Picture {
    /** The one that is there stays. */
    record Stays() implements Picture {}

    /** None from now on. */
    record Goes() implements Picture {}

    /** A PNG or JPEG as it was uploaded. */
    record Anew(byte[] file) implements Picture {}
  }

  /**
   * Sets what stands on the letters of a brand that are printed from now on.
   *
   * @param address line by line
   * @throws Refusal of the field {@code address}, {@code foot} or {@code logo}
   */
  public void set(long brandId, String address, String foot, Picture picture, Actor by) {
    Letterhead anew = new Letterhead(address.strip(), foot.strip(), null);
    if (anew.lines().size() > MOST_LINES
        || anew.lines().stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
      throw new Refusal("address", "staff.refused.paper-address", MOST_LINES, LONGEST_LINE);
    }
    if (anew.foot().length() > LONGEST_FOOT) {
      throw new Refusal("foot", "staff.refused.paper-foot", LONGEST_FOOT);
    }
    byte[] drawn = picture instanceof Picture.Anew(byte[] file) ? Logo.drawn(file) : null;
    acts.run(() -> {
      staff.brand(brandId);
      write(brandId, anew, drawn, picture instanceof Picture.Stays);
      journal.record("staff.letterhead_set", Subject.of("brand", brandId), by, Map.of());
    });
  }

  private void write(long brandId, Letterhead anew, byte @Nullable [] logo, boolean stays) {
    sql.sql(
            """
            insert into letterhead (brand_id, address, foot, logo, set_at)
            values (:brand, :address, :foot, :logo, :now)
            on conflict (brand_id) do update set address = excluded.address, foot = excluded.foot,
              logo = case when :stays then letterhead.logo else excluded.logo end,
              set_at = excluded.set_at
            """)
        .param("brand", brandId)
        .param("address", String.join("\n", anew.lines()))
        .param("foot", anew.foot())
        .param("logo", logo, java.sql.Types.BINARY)
        .param("stays", stays)
        .param("now", Sql.at(clock.instant()))
        .update();
  }
}
