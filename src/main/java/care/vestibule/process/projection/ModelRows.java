package care.vestibule.process.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The rows of table {@code engine_model}. */
final class ModelRows {

  private static final Upsert MODELS =
      new Upsert(
          List.of("process", "version", "bpmn"),
          """
          insert into engine_model (process_id, version, bpmn)
          select * from unnest(:process::text[], :version::integer[], :bpmn::text[])
          on conflict do nothing
          """);

  private ModelRows() {}

  // Every partition tells of every deployment, with the same content.
  static Optional<RowWrite> write(EngineRecord record) {
    var resource = record.text("resource");
    if (!record.intent().equals("CREATED") || resource.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        RowWrite.of(MODELS)
            .with("process", record.text("bpmnProcessId"))
            .with("version", record.number("version"))
            .with("bpmn", new String(Base64.getDecoder().decode(resource), UTF_8)));
  }
}
