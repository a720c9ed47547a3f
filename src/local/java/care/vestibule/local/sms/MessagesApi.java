package care.vestibule.local.sms;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the message resource does, HTTP aside. */
final class MessagesApi {

  private final SmsFolder folder;
  private final InstantSource clock;
  private final Consumer<ReceivedSms> taken;
  private final TwilioJson json;
  private final String path;
  private final SecureRandom random = new SecureRandom();

  MessagesApi(SmsFolder folder, InstantSource clock, String account, Consumer<ReceivedSms> taken) {
    this.folder = folder;
    this.clock = clock;
    this.taken = taken;
    this.json = new TwilioJson(account);
    this.path = "/2010-04-01/Accounts/" + account + "/Messages";
  }

  Map<String, @Nullable Object> create(Map<String, String> form) {
    var request = SmsRequest.of(form);
    var sms =
        new ReceivedSms(
            newSid(),
            request.from(),
            request.to(),
            request.body(),
            request.statusCallback(),
            clock.instant());
    folder.store(sms);
    taken.accept(sms);
    return json.queued(sms);
  }

  Map<String, @Nullable Object> fetch(String sid) {
    return folder
        .find(sid)
        .map(json::delivered)
        .orElseThrow(() -> TwilioError.notFound(path + "/" + sid + ".json"));
  }

  Map<String, @Nullable Object> list(Map<String, String> query, String uri) {
    var size = Math.clamp(Integer.parseInt(query.getOrDefault("PageSize", "50")), 1, 1000);
    var page = Integer.parseInt(query.getOrDefault("Page", "0"));
    var found = folder.newestFirst().stream().filter(new MessageFilter(query)).toList();
    var from = Math.min(page * size, found.size());
    var to = Math.min(from + size, found.size());
    return page(found.subList(from, to), page, size, from, to < found.size(), uri);
  }

  private Map<String, @Nullable Object> page(
      List<ReceivedSms> messages, int page, int size, int from, boolean more, String uri) {
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put("messages", messages.stream().map(json::delivered).toList());
    answer.put("page", page);
    answer.put("page_size", size);
    answer.put("start", from);
    answer.put("end", Math.max(from, from + messages.size() - 1));
    answer.put("uri", uri);
    answer.put("first_page_uri", pageUri(uri, 0));
    answer.put("previous_page_uri", page == 0 ? null : pageUri(uri, page - 1));
    answer.put("next_page_uri", more ? pageUri(uri, page + 1) : null);
    return answer;
  }

  private static String pageUri(String uri, int page) {
    var bare = uri.replaceAll("([?&])Page=\\d+&?", "$1").replaceAll("[?&]$", "");
    return bare + (bare.contains("?") ? "&" : "?") + "Page=" + page;
  }

  private String newSid() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return "SM" + HexFormat.of().formatHex(bytes);
  }
}
