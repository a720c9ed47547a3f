package care.vestibule.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.process.Model;
import org.junit.jupiter.api.Test;

class JobRetryTests {

  @Test
  void theModelLetsEveryJobBeTriedAsOftenAsThePausesCount() {
    assertThat(Model.values(new Model().zeebe("taskDefinition"), "retries"))
        .containsExactly(Integer.toString(JobFailures.TRIES));
  }
}
