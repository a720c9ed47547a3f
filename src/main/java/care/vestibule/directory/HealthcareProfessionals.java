package care.vestibule.directory;

import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The professionals of the current clinic; every call needs the caller's transaction. */
@Repository
public final class HealthcareProfessionals {

  private static final String SELECT =
      """
      select clinic_id, hcp_id, ref, title, family, given, email, deputy_group from hcp
      where clinic_id = current_clinic()
      """;

  private final JdbcClient jdbc;
  private final Identifiers identifiers;
  private final ApplicationEventPublisher events;

  /** Professionals in the given database; new ones are announced to the publisher. */
  public HealthcareProfessionals(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.identifiers = new Identifiers(jdbc, OwnerKind.HCP);
    this.events = events;
  }

  /** The professional of this id. */
  public Optional<HealthcareProfessional> find(HcpId id) {
    return jdbc.sql(SELECT + "and hcp_id = :id")
        .param("id", id.value())
        .query((row, n) -> professional(row))
        .optional();
  }

  /** The professional whom the engine knows by this reference. */
  public Optional<HealthcareProfessional> findByRef(UUID ref) {
    return jdbc.sql(SELECT + "and ref = :ref")
        .param("ref", ref)
        .query((row, n) -> professional(row))
        .optional();
  }

  /** The professional of this business identifier. */
  public Optional<HealthcareProfessional> findByIdentifier(Identifier identifier) {
    return identifiers.ownerOf(identifier).flatMap(owner -> find(new HcpId(owner)));
  }

  /** All professionals, by name. */
  public List<HealthcareProfessional> all() {
    var known = identifiers.all();
    return jdbc.sql(SELECT + "order by family, given, hcp_id")
        .query(
            (row, n) ->
                professional(
                    row, known.getOrDefault(row.getObject("hcp_id", UUID.class), List.of())))
        .list();
  }

  /** The others of a professional's deputy group. */
  public Set<HcpId> othersInGroupOf(HcpId hcp) {
    return Set.copyOf(
        jdbc.sql(
                """
                select other.hcp_id from hcp one
                join hcp other on other.clinic_id = one.clinic_id
                  and other.deputy_group = one.deputy_group and other.hcp_id <> one.hcp_id
                where one.clinic_id = current_clinic() and one.hcp_id = :hcp
                """)
            .param("hcp", hcp.value())
            .query((row, n) -> new HcpId(row.getObject("hcp_id", UUID.class)))
            .list());
  }

  /** Stores a professional; a new one is announced as {@link HcpRegistered}. */
  public void save(HealthcareProfessional hcp) {
    boolean isNew =
        jdbc.sql(
                """
                insert into hcp
                  (clinic_id, hcp_id, ref, title, family, given, email, deputy_group)
                values (:clinic, :id, :ref, :title, :family, :given, :email, :deputies)
                on conflict (clinic_id, hcp_id) do update set title = :title, family = :family,
                  given = :given, email = :email, deputy_group = :deputies
                returning xmax = 0
                """)
            .param("clinic", hcp.clinic().value())
            .param("id", hcp.id().value())
            .param("ref", hcp.ref())
            .param("title", hcp.title())
            .param("family", hcp.family())
            .param("given", hcp.given())
            .param("email", hcp.email().orElse(null))
            .param("deputies", hcp.deputyGroup())
            .query(Boolean.class)
            .single();
    identifiers.replace(hcp.id().value(), hcp.identifiers());
    if (isNew) {
      events.publishEvent(new HcpRegistered(hcp.clinic(), hcp.id()));
    }
  }

  private HealthcareProfessional professional(ResultSet row) throws SQLException {
    return professional(row, identifiers.of(row.getObject("hcp_id", UUID.class)));
  }

  private static HealthcareProfessional professional(ResultSet row, List<Identifier> identifiers)
      throws SQLException {
    var id = row.getObject("hcp_id", UUID.class);
    return new HealthcareProfessional(
        new HcpId(id),
        new ClinicId(row.getObject("clinic_id", UUID.class)),
        row.getObject("ref", UUID.class),
        row.getString("title"),
        row.getString("family"),
        row.getString("given"),
        Optional.ofNullable(row.getString("email")),
        identifiers,
        row.getObject("deputy_group", UUID.class));
  }
}
