package care.vestibule.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of table {@code patient_contact}. */
final class Contacts {

  private final JdbcClient jdbc;

  Contacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Contact> of(UUID patient) {
    return jdbc.sql(
            """
            select kind, use, value, preferred, proxy from patient_contact
            where clinic_id = current_clinic() and patient_id = :patient order by position
            """)
        .param("patient", patient)
        .query(
            (row, n) ->
                new Contact(
                    Contact.Kind.valueOf(row.getString("kind")),
                    Contact.Use.valueOf(row.getString("use")),
                    row.getString("value"),
                    row.getBoolean("preferred"),
                    Optional.ofNullable(row.getString("proxy"))))
        .list();
  }

  void replace(UUID patient, List<Contact> contacts) {
    jdbc.sql(
            """
            delete from patient_contact
            where clinic_id = current_clinic() and patient_id = :patient
            """)
        .param("patient", patient)
        .update();
    for (int position = 0; position < contacts.size(); position++) {
      insert(patient, position, contacts.get(position));
    }
  }

  private void insert(UUID patient, int position, Contact contact) {
    jdbc.sql(
            """
            insert into patient_contact
              (clinic_id, patient_id, position, kind, use, value, preferred, proxy)
            values (current_clinic(), :patient, :position, :kind, :use, :value, :preferred, :proxy)
            """)
        .param("patient", patient)
        .param("position", position)
        .param("kind", contact.kind().name())
        .param("use", contact.use().name())
        .param("value", contact.value())
        .param("preferred", contact.preferred())
        .param("proxy", contact.proxy().orElse(null))
        .update();
  }
}
