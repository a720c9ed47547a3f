package care.vestibule.identity.web;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.identity.SecondDevice;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a signed-in patient's device does to bring the keys to another one. */
@RestController
@RequestMapping(path = "/my/devices", consumes = MediaType.APPLICATION_JSON_VALUE)
@OnlyIn(Zone.PORTAL)
@Hidden
final class SecondDeviceApi {

  private final SecondDevice devices;

  SecondDeviceApi(SecondDevice devices) {
    this.devices = devices;
  }

  @PostMapping("/copies")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keep(Actor.PatientUser user, @RequestBody SealedKeysBody body) {
    devices.keepCopy(user, body.idBytes(), body.sealedBytes());
  }

  @PostMapping("/copies/fetch")
  Map<String, String> fetch(Actor.PatientUser user, @RequestBody SealedKeysId name) {
    var sealed =
        devices
            .copy(user, name.bytes())
            .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "no-copy"));
    return Map.of("sealed", Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
  }

  @PostMapping("/transfers")
  Map<String, Long> offer(Actor.PatientUser user, @RequestBody SealedKeysBody body) {
    return Map.of("seconds", devices.offer(user, body.idBytes(), body.sealedBytes()));
  }

  @PostMapping("/transfers/state")
  Map<String, String> state(Actor.PatientUser user, @RequestBody SealedKeysId name) {
    return Map.of("state", devices.stateOf(user, name.bytes()).name());
  }

  /**
   * Sealed keys, 1 to 8192 bytes, and the 16 bytes that name them, as base64url without padding.
   */
  record SealedKeysBody(String id, String sealed) {

    private static final int LARGEST = 8192;

    SealedKeysBody {
      var length = Base64.getUrlDecoder().decode(sealed).length;
      if (length == 0 || length > LARGEST) {
        throw new IllegalArgumentException("Not sealed keys");
      }
    }

    byte[] idBytes() {
      return new SealedKeysId(id).bytes();
    }

    byte[] sealedBytes() {
      return Base64.getUrlDecoder().decode(sealed);
    }

    /** Never the parts. */
    @Override
    public String toString() {
      return "SealedKeysBody";
    }
  }
}
