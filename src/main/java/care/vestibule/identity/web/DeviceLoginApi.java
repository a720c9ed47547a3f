package care.vestibule.identity.web;

import care.vestibule.crypto.KeyId;
import care.vestibule.identity.KeyRecovery;
import care.vestibule.identity.PatientLogin;
import care.vestibule.identity.PatientSessions;
import care.vestibule.identity.Problem;
import care.vestibule.identity.SecondDevice;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The patient's door: a challenge, and the device's answer to it. */
@RestController
@RequestMapping("/my/login")
@OnlyIn(Zone.PORTAL)
@Hidden
final class DeviceLoginApi {

  private final PatientLogin login;
  private final PatientSessions sessions;
  private final KeyRecovery recovery;
  private final SecondDevice devices;

  DeviceLoginApi(
      PatientLogin login, PatientSessions sessions, KeyRecovery recovery, SecondDevice devices) {
    this.login = login;
    this.sessions = sessions;
    this.recovery = recovery;
    this.devices = devices;
  }

  @GetMapping(path = "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> challenge() {
    var challenge = login.challenge();
    return Map.of(
        "nonce",
        Base64.getUrlEncoder().withoutPadding().encodeToString(challenge.nonce()),
        "baseUrl",
        challenge.baseUrl());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> answer(
      @RequestBody Answer answer, HttpServletRequest request, HttpServletResponse response) {
    var user =
        login
            .answer(KeyId.ofHex(answer.keyId()), bytes(answer.nonce()), bytes(answer.signature()))
            .orElseThrow(
                // Unknown, lost and forged keys and spent challenges look alike.
                () -> new Problem(Problem.Kind.UNAUTHENTICATED, "key-not-accepted"));
    sessions.signIn(request, response, user);
    return Map.of("next", "/my");
  }

  /** Hands out sealed keys: whoever can name them holds the code that opens them. */
  @PostMapping(path = "/backup", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> backup(@RequestBody BackupName name) {
    var found =
        recovery
            .handOut(bytes(name.backupId()))
            .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "no-backup"));
    return Map.of(
        "clinic",
        found.clinic().toString(),
        "sealed",
        Base64.getUrlEncoder().withoutPadding().encodeToString(found.sealed()));
  }

  /** Hands out keys one device offers to the next, once. */
  @PostMapping(path = "/transfer", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> transfer(@RequestBody SealedKeysId name) {
    var taken =
        devices
            .take(name.bytes())
            .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "no-transfer"));
    return Map.of(
        "clinic",
        taken.clinic().toString(),
        "sealed",
        Base64.getUrlEncoder().withoutPadding().encodeToString(taken.sealed()));
  }

  private static byte[] bytes(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  /**
   * A device's answer: the key's id as 32 hex digits, the challenge and its signature as base64url.
   */
  record Answer(String keyId, String nonce, String signature) {

    Answer {
      KeyId.ofHex(keyId);
      if (bytes(nonce).length != 32 || bytes(signature).length != 64) {
        throw new IllegalArgumentException("Not an answer");
      }
    }
  }

  /** Which backup is wanted: 16 bytes as base64url, derived from the recovery code. */
  record BackupName(String backupId) {

    BackupName {
      if (bytes(backupId).length != 16) {
        throw new IllegalArgumentException("Not the name of a backup");
      }
    }
  }
}
