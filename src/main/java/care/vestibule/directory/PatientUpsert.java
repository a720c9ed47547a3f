package care.vestibule.directory;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the row of a patient as the clinic's system describes it. */
final class PatientUpsert {

  private final JdbcClient jdbc;

  PatientUpsert(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes the row and tells whether contacts, language and address were kept as changed here. */
  boolean write(Patient patient) {
    var address = patient.address();
    return jdbc.sql(
            """
            insert into patient as p
              (clinic_id, patient_id, ref, family, given, birth_date, gender, language, state,
               street, postal_code, city, country, version)
            values (:clinic, :id, :ref, :family, :given, :born, :gender, :language, :state,
               :street, :postal, :city, :country, 1)
            on conflict (clinic_id, patient_id) do update set
              family = excluded.family, given = excluded.given,
              birth_date = excluded.birth_date, gender = excluded.gender, state = excluded.state,
              language = case when p.changed_here then p.language else excluded.language end,
              street = case when p.changed_here then p.street else excluded.street end,
              postal_code = case when p.changed_here then p.postal_code else excluded.postal_code end,
              city = case when p.changed_here then p.city else excluded.city end,
              country = case when p.changed_here then p.country else excluded.country end,
              version = p.version + 1
            returning changed_here
            """)
        .param("clinic", patient.clinic().value())
        .param("id", patient.id().value())
        .param("ref", patient.ref())
        .param("family", patient.family())
        .param("given", patient.given())
        .param("born", patient.birthDate())
        .param("gender", patient.gender())
        .param("language", patient.language())
        .param("state", patient.state().name())
        .param("street", address.map(Address::street).orElse(null))
        .param("postal", address.map(Address::postalCode).orElse(null))
        .param("city", address.map(Address::city).orElse(null))
        .param("country", address.map(Address::country).orElse(null))
        .query(Boolean.class)
        .single();
  }
}
