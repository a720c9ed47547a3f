package care.vestibule.messaging.web;

import care.vestibule.messaging.delivery.DeliveryReportIntake;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Twilio reports what became of a message.
 *
 * <p>Always answers 204: who may not report learns from it neither that nor whether the message is
 * known. A field given twice is dropped with its request, because two readers could read it in two
 * ways.
 */
@RestController
@OnlyIn(Zone.PORTAL)
@Hidden
class TwilioWebhookApi {

  private static final int MOST_FIELDS = 60;
  private static final int LONGEST = 2000;

  private final DeliveryReportIntake desk;

  TwilioWebhookApi(DeliveryReportIntake desk) {
    this.desk = desk;
  }

  @PostMapping(
      path = "/hooks/twilio/{report}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void report(@PathVariable String report, HttpServletRequest request) {
    var signature = request.getHeader("X-Twilio-Signature");
    if (signature == null || signature.length() > 200 || request.getQueryString() != null) {
      return;
    }
    name(report).ifPresent(name -> fields(request).ifPresent(it -> desk.take(name, it, signature)));
  }

  private static Optional<UUID> name(String text) {
    try {
      var name = UUID.fromString(text);
      // One name has one spelling: the signature covers the address as we wrote it.
      return name.toString().equals(text) ? Optional.of(name) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Map<String, String>> fields(HttpServletRequest request) {
    var fields = new LinkedHashMap<String, String>();
    for (var field : request.getParameterMap().entrySet()) {
      var values = field.getValue();
      // NUL cannot be kept, and Twilio sends none.
      if (values.length != 1 || values[0].length() > LONGEST || values[0].indexOf(0) >= 0) {
        return Optional.empty();
      }
      fields.put(field.getKey(), values[0]);
    }
    return fields.size() > MOST_FIELDS ? Optional.empty() : Optional.of(fields);
  }
}
