package care.vestibule.records;

import care.vestibule.crypto.KeyId;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What parties were given, one exchange at a time, in the order manifests add it up. */
class GrantedEntities {

  private final JdbcClient jdbc;

  GrantedEntities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void forEach(UUID exchange, UUID delegate, Consumer<GrantedEntity> each) {
    RowCallbackHandler row =
        found ->
            each.accept(
                new GrantedEntity(
                    found.getObject("entity_id", UUID.class),
                    found.getString("fhir_type"),
                    found.getInt("version"),
                    new KeyId(found.getBytes("content_key_id"))));
    jdbc.sql(
            """
            select e.entity_id, e.fhir_type, e.version, e.content_key_id
            from delegation d join entity e
              on e.clinic_id = d.clinic_id and e.entity_id = d.entity_id
              and e.content_key_id = d.content_key_id
            where d.clinic_id = current_clinic() and d.delegate = :delegate
              and d.exchange_id = :exchange
            order by d.entity_id
            """)
        .param("delegate", delegate)
        .param("exchange", exchange)
        .withFetchSize(1000)
        .query(row);
  }
}
