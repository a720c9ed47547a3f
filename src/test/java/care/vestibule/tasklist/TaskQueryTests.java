package care.vestibule.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskQueryTests {

  @Test
  void whatIsSearchedForIsOneLineOfAHundredCharactersAtMost() {
    assertThat(query("  Ocampo\u0000Francisco\n").text()).isEqualTo("Ocampo Francisco");
    assertThat(query("\u0000").text()).isEmpty();
    assertThat(query("a".repeat(200)).text()).hasSize(100);
  }

  private static TaskQuery query(String text) {
    return new TaskQuery(TaskView.QUEUE, text, TaskSort.DUE, false, 50);
  }
}
