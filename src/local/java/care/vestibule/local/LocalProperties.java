package care.vestibule.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The configuration that points an application at a local stack.
 *
 * @param secrets the directory with the secrets an administrator would provide
 * @param exporterToken what the broker-side jar authenticates with
 * @param account the account at the stand-in for Twilio
 * @param twilioToken the password of that account
 */
record LocalProperties(
    LocalStack stack, Path secrets, String exporterToken, String account, String twilioToken) {

  Map<String, Object> asMap() {
    var ports = stack.settings().ports();
    var map = new LinkedHashMap<String, Object>();
    map.put("server.port", ports.web());
    map.put("vestibule.base-url", "http://localhost:" + ports.web());
    map.put("vestibule.secrets.directory", secrets.toString());
    map.put("vestibule.sharing.keystores", stack.settings().directory().resolve("keystores"));
    map.put("spring.datasource.url", stack.database().url());
    map.put("spring.datasource.username", DatabaseProcess.APPLICATION);
    map.put("vestibule.database.owner", DatabaseProcess.OWNER);
    map.put("vestibule.engine.grpc-address", stack.broker().grpcAddress().toString());
    map.put("vestibule.engine.rest-address", stack.broker().restAddress().toString());
    map.put("vestibule.engine.exporter-token", exporterToken);
    map.put(
        "vestibule.messaging.letters", stack.settings().directory().resolve("letters").toString());
    map.put("spring.mail.host", "127.0.0.1");
    map.put("spring.mail.port", ports.smtp());
    map.put("vestibule.twilio.base-url", stack.sms().address().toString());
    map.put("vestibule.twilio.account-sid", account);
    map.put("vestibule.twilio.auth-token", twilioToken);
    map.put("vestibule.twilio.from", "+15005550006");
    return map;
  }

  /** Leaves out the tokens. */
  @Override
  public String toString() {
    return "LocalProperties[secrets=" + secrets + "]";
  }
}
