package care.vestibule.monitoring;

import care.vestibule.identity.Actor;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The filters operations keep under a name, at most twenty each. */
@Repository
@Transactional
public class SavedViews {

  private static final int MOST = 20;
  private static final int LONGEST_NAME = 60;

  private final JdbcClient jdbc;

  SavedViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody's views, by name. */
  @Transactional(readOnly = true)
  public List<SavedView> of(Actor.Operations actor) {
    return of(
            actor,
            """
            select name, filter from monitor_view
            where clinic_id = :clinic and user_id = :user order by name
            """)
        .query((row, n) -> new SavedView(row.getString("name"), row.getString("filter")))
        .list();
  }

  /**
   * Keeps a view; one of the same name is replaced.
   *
   * @return false unless the name has 1 to 60 characters and there are fewer than twenty others
   */
  public boolean keep(Actor.Operations actor, String name, String filter) {
    var tamed = name.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
    var others = of(actor).stream().filter(view -> !view.name().equals(tamed)).count();
    if (tamed.isEmpty() || tamed.length() > LONGEST_NAME || others >= MOST) {
      return false;
    }
    return of(
                actor,
                """
                insert into monitor_view (clinic_id, user_id, name, filter)
                values (:clinic, :user, :name, :filter)
                on conflict (clinic_id, user_id, name) do update set filter = :filter
                """)
            .param("name", tamed)
            .param("filter", filter)
            .update()
        == 1;
  }

  /** Forgets a view. */
  public void forget(Actor.Operations actor, String name) {
    of(
            actor,
            """
            delete from monitor_view
            where clinic_id = :clinic and user_id = :user and name = :name
            """)
        .param("name", name)
        .update();
  }

  private StatementSpec of(Actor.Operations actor, String sql) {
    return jdbc.sql(sql).param("clinic", actor.clinic().value()).param("user", actor.userId());
  }

  /**
   * A filter of the processes that somebody of operations keeps.
   *
   * @param name what they call it, 1 to 60 characters
   * @param filter the query part of the list's address
   */
  public record SavedView(String name, String filter) {}
}
