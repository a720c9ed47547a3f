package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.local.demo.DemoAccess;
import care.vestibule.testing.Chromium;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Texts that want to be scripts, in every text a doctor sees. */
class TaskTextsIT {

  private static final String ZAVALA = "9999940999";
  private static final int PAYLOADS = 200;
  private static final int AT_ONCE = 2;

  private static final List<String> CALLS =
      List.of("xss()", "window.xss()", "top['xss']()", "eval('xss()')", "xss``", "setTimeout(xss)");

  private static final List<String> FRAMES =
      List.of(
          "<script>%s</script>",
          "<img src=x onerror=%s>",
          "<svg/onload=%s>",
          "\"><script>%s</script>",
          "'><img src=x onerror='%s'>",
          "\" autofocus onfocus=\"%s\" x=\"",
          "' onmouseover='%s' x='",
          "<details open ontoggle=%s>",
          "<iframe srcdoc='<script>parent.%s</script>'>",
          "</title><script>%s</script>",
          "</textarea><img src=x onerror=%s>",
          "</template><svg onload=%s>",
          "<a href='javascript:%s'>x</a>",
          "[[${%s}]]",
          "${T(java.lang.Runtime)}%s",
          "<b hx-on:load='%s'>x</b>",
          "<b data-hx-get='/x' hx-vals='js:{a:%s}' hx-trigger='load'>x</b>",
          "<math><mi xlink:href='data:x,<script>%s</script>'>",
          "\\u003cscript\\u003e%s\\u003c/script\\u003e",
          "&lt;script&gt;%s&lt;/script&gt;",
          "<link rel=stylesheet href='javascript:%s'>",
          "<base href='//x'><script>%s</script>",
          "<form action='javascript:%s'><button>x</button></form>",
          "--><script>%s</script><!--",
          "{{constructor.constructor('%s')()}}");

  private final TestInstallation vestibule = TestInstallation.open();

  @Test
  void twoHundredPayloadsInEveryTextRunNoScriptAndBreakNoRule() {
    var patient = vestibule.patientWhoAsks(SmallPatient.of(ZAVALA));
    var doctor = vestibule.doctor(ZAVALA);
    var task = doctor.awaitsRequestOf(patient);
    var payloads = payloads();
    var ran = new AtomicInteger();
    var seen = new AtomicInteger();
    var zavala = vestibule.professional(ZAVALA);
    try (var chromium = Chromium.open();
        var visit = chromium.visit(1440, 900)) {
      var page = visit.page();
      page.exposeFunction("xss", arguments -> ran.incrementAndGet());
      page.onDialog(
          dialog -> {
            ran.incrementAndGet();
            dialog.dismiss();
          });
      new TaskScreen(visit, vestibule.address()).signedInAs(DemoAccess.usernameOf(zavala));
      for (int from = 0; from < PAYLOADS; from += AT_ONCE) {
        var text = String.join(" ", payloads.subList(from, from + AT_ONCE));
        plant(text, patient, task, zavala.id().value());
        page.navigate(vestibule.address() + "/tasks/" + task + "/records");
        assertThat(page.locator("#back").textContent()).contains(text);
        page.navigate(vestibule.address() + "/tasks/" + task);
        seen.addAndGet(shows(page, text) ? AT_ONCE : 0);
        page.click("summary:has-text('Decline instead')");
        page.fill("#words", text.substring(0, Math.min(500, text.length())));
        page.locator("#words").blur();
      }
      assertThat(visit.complaints()).isEmpty();
    } finally {
      vestibule
          .database()
          .sql("update hcp set family = :name where hcp_id = :id")
          .param("name", zavala.family())
          .param("id", zavala.id().value())
          .update();
    }
    assertThat(ran).hasValue(0);
    assertThat(seen).as("payloads that stood on the page as text").hasValue(PAYLOADS);
  }

  private static boolean shows(Page page, String text) {
    return page.locator("#who").textContent().contains(text)
        && page.locator("#comments").textContent().contains(text);
  }

  // Past the checks at the doors: what is in the database is what an attacker wants it to be.
  private void plant(String text, UUID patient, UUID task, UUID hcp) {
    var database = vestibule.database();
    database
        .sql("update patient set family = :text, given = '' where patient_id = :id")
        .param("text", text)
        .param("id", patient)
        .update();
    database
        .sql("update identifier set value = :text, system = 'urn:' || :text where owner_id = :id")
        .param("text", text)
        .param("id", patient)
        .update();
    database
        .sql("update hcp set family = :text where hcp_id = :id")
        .param("text", text)
        .param("id", hcp)
        .update();
    database
        .sql("delete from task_comment where notification_id = :task")
        .param("task", task)
        .update();
    database
        .sql(
            """
            insert into task_comment (clinic_id, notification_id, author, words, at)
            select clinic_id, id, hcp, left(:text, 1000), now() from notifications where id = :task
            """)
        .param("text", text)
        .param("task", task)
        .update();
    database
        .sql(
            """
            insert into task_view (clinic_id, hcp, name, filter)
            select clinic_id, hcp, left(:text, 60), 'q=' || left(:text, 400)
            from notifications where id = :task on conflict do nothing
            """)
        .param("text", text)
        .param("task", task)
        .update();
  }

  private static List<String> payloads() {
    var all = new ArrayList<String>();
    for (var frame : FRAMES) {
      for (var call : CALLS) {
        all.add(frame.replace("%s", call));
        all.add(frame.replace("%s", call).toUpperCase(Locale.ROOT).replace("XSS", "xss"));
      }
    }
    Collections.shuffle(all, new Random(20261124));
    return all.subList(0, PAYLOADS);
  }
}
