package care.vestibule.tasklist;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The filters doctors keep under a name, at most twenty each. */
@Component
@Transactional
public class SavedViews {

  private static final int MOST = 20;
  private static final int LONGEST_NAME = 60;

  private final JdbcClient jdbc;

  SavedViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The doctor's views, by name. */
  @Transactional(readOnly = true)
  public List<SavedView> of(Actor.Doctor doctor) {
    return jdbc.sql(
            """
            select name, filter from task_view
            where clinic_id = current_clinic() and hcp = :hcp order by name limit :most
            """)
        .param("hcp", doctor.hcp().value())
        .param("most", MOST)
        .query((row, n) -> new SavedView(row.getString("name"), row.getString("filter")))
        .list();
  }

  /**
   * Keeps a view; one of the same name is replaced.
   *
   * @throws Problem 400 {@code view-name} unless the name has 1 to 60 characters
   */
  public void keep(Actor.Doctor doctor, String name, String filter) {
    var tamed = name.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
    if (tamed.isEmpty() || tamed.length() > LONGEST_NAME || of(doctor).size() >= MOST) {
      throw new Problem(Problem.Kind.INVALID, "view-name");
    }
    jdbc.sql(
            """
            insert into task_view (clinic_id, hcp, name, filter)
            values (current_clinic(), :hcp, :name, :filter)
            on conflict (clinic_id, hcp, name) do update set filter = :filter
            """)
        .param("hcp", doctor.hcp().value())
        .param("name", tamed)
        .param("filter", filter)
        .update();
  }

  /** Forgets a view. */
  public void forget(Actor.Doctor doctor, String name) {
    jdbc.sql(
            "delete from task_view where clinic_id = current_clinic() and hcp = :hcp and name = :name")
        .param("hcp", doctor.hcp().value())
        .param("name", name)
        .update();
  }

  /**
   * A filter a doctor keeps.
   *
   * @param name what the doctor calls it, 1 to 60 characters
   * @param filter the query part of the list's address
   */
  public record SavedView(String name, String filter) {}
}
