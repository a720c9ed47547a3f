package care.vestibule.process.jobs;

import care.vestibule.process.BusinessError;
import care.vestibule.tenancy.CurrentClinic;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The jobs already worked on, each with its answer; written in the transaction of the effect. */
@Repository
class Inbox {

  private static final TypeReference<Map<String, @Nullable Object>> VARIABLES =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final CurrentClinic clinic;

  Inbox(JdbcClient jdbc, JsonMapper json, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.json = json;
    this.clinic = clinic;
  }

  /** Takes the job; false if it was worked on before, after waiting for whoever works on it now. */
  boolean take(DeliveredJob job) {
    return jdbc.sql(
                """
                insert into engine_inbox (clinic_id, element_instance_key, job_type)
                values (:clinic, :element, :type)
                on conflict do nothing
                """)
            .param("clinic", clinic.get().value())
            .param("element", job.elementInstance())
            .param("type", job.type().id())
            .update()
        == 1;
  }

  void remember(DeliveredJob job, JobResult answer) {
    var error = answer instanceof JobResult.Thrown thrown ? thrown.error().name() : null;
    var variables = answer instanceof JobResult.Completed done ? done.variables() : Map.of();
    jdbc.sql(
            """
            update engine_inbox set error = :error, variables = :variables::jsonb
            where clinic_id = :clinic and element_instance_key = :element and job_type = :type
            """)
        .param("error", error)
        .param("variables", json.writeValueAsString(variables))
        .param("clinic", clinic.get().value())
        .param("element", job.elementInstance())
        .param("type", job.type().id())
        .update();
  }

  Optional<JobResult> answerTo(DeliveredJob job) {
    return jdbc.sql(
            """
            select error, variables from engine_inbox
            where clinic_id = :clinic and element_instance_key = :element and job_type = :type
            """)
        .param("clinic", clinic.get().value())
        .param("element", job.elementInstance())
        .param("type", job.type().id())
        .query((row, number) -> answer(row.getString("error"), row.getString("variables")))
        .optional();
  }

  private JobResult answer(@Nullable String error, String variables) {
    return error == null
        ? new JobResult.Completed(json.readValue(variables, VARIABLES))
        : new JobResult.Thrown(BusinessError.valueOf(error));
  }
}
