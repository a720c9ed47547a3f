package care.vestibule.invitation;

import care.vestibule.tenancy.CurrentClinic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The invitations of the current clinic as its desk looks through them. */
@Repository
@Transactional(readOnly = true)
public class ListedInvitations {

  private static final String LISTED =
      """
      with listed as (
        select i.clinic_id, i.id, i.patient_id, i.invited_by, i.wish, i.purpose, i.status, i.generation,
               i.link_life_seconds, i.requested_at, i.expires_at, i.accepted_at, i.closed_at,
               i.outcome, i.reminders, greatest(:tries - i.code_tries, 0) as tries_left,
               case when i.closed_at is null
                      and (i.status = 'UNDELIVERABLE' or i.code_tries >= :tries) then 'NEEDS_HELP'
                    when i.closed_at is null then 'WAITING'
                    when i.status = 'ACCEPTED' then 'ACCEPTED'
                    else 'ENDED' end as standing
          from invitation i where i.clinic_id = :clinic)
      """;

  private static final String WITH_LINK =
      """
      select l.clinic_id, l.id, l.patient_id, l.invited_by, l.wish, l.purpose, l.status, l.generation,
             l.link_life_seconds, l.requested_at, l.expires_at, l.accepted_at, l.closed_at,
             l.outcome, l.reminders, l.tries_left, l.standing,
             link.expires_at as link_expires_at
        from listed l
        join invitation_link link on link.clinic_id = l.clinic_id and link.invitation_id = l.id
                                 and link.generation = l.generation
      """;

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;
  private final InvitationProperties properties;

  ListedInvitations(JdbcClient jdbc, CurrentClinic clinic, InvitationProperties properties) {
    this.jdbc = jdbc;
    this.clinic = clinic;
    this.properties = properties;
  }

  /** Those that need help first, then the newest first. */
  public List<ListedInvitation> page(
      Optional<DeskState> standing, Optional<InvitationCursor> after, int size) {
    // The first place of all lies before everything that can be.
    var from =
        after.orElse(
            new InvitationCursor(
                true, Instant.parse("9999-01-01T00:00:00Z"), new InvitationId(new UUID(-1, -1))));
    return of(LISTED
            + WITH_LINK
            + """
               where (:standing = 'ANY' or l.standing = :standing)
                 and (l.standing <> 'NEEDS_HELP', :at, :behind)
                   > (not :help, l.requested_at, l.id)
               order by l.standing <> 'NEEDS_HELP', l.requested_at desc, l.id desc limit :size
              """)
        .param("standing", standing.map(Enum::name).orElse("ANY"))
        .param("help", from.needsHelp())
        .param("at", from.requestedAt().atOffset(ZoneOffset.UTC))
        .param("behind", from.invitation().value())
        .param("size", size)
        .query(ListedInvitations::read)
        .list();
  }

  /** One of them, if the current clinic has it. */
  public Optional<ListedInvitation> find(InvitationId id) {
    return of(LISTED + WITH_LINK + "where l.id = :id")
        .param("id", id.value())
        .query(ListedInvitations::read)
        .optional();
  }

  /** How many there are of each kind. */
  public Map<DeskState, Integer> counts() {
    var counts = new EnumMap<DeskState, Integer>(DeskState.class);
    for (var standing : DeskState.values()) {
      counts.put(standing, 0);
    }
    of(LISTED + "select standing, count(*) as number from listed group by standing")
        .query(
            row -> {
              counts.put(DeskState.valueOf(row.getString("standing")), row.getInt("number"));
            });
    return counts;
  }

  /** What messages about an invitation are about: itself, and each code that was ordered for it. */
  public List<UUID> messageSubjects(InvitationId id) {
    return jdbc.sql(
            """
            select :id as id union all
            select id from enrolment_code where clinic_id = :clinic and invitation_id = :id
            """)
        .param("clinic", clinic.get().value())
        .param("id", id.value())
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  private StatementSpec of(String sql) {
    return jdbc.sql(sql)
        .param("clinic", clinic.get().value())
        .param("tries", properties.code().triesPerInvitation());
  }

  private static ListedInvitation read(ResultSet row, int number) throws SQLException {
    return new ListedInvitation(
        new InvitationRows().mapRow(row, number),
        DeskState.valueOf(row.getString("standing")),
        row.getInt("reminders"),
        row.getInt("tries_left"));
  }
}
