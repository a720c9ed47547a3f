package care.vestibule.records;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.Permission;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordsTests {

  private final TestDatabase database = TestDatabase.get();
  private final Fixtures fixtures = new Fixtures(database);
  private final Records records = new Records(database.jdbc(), Clock.systemUTC());
  private final Entities entities = new Entities(database.jdbc());
  private final ClinicId clinic = fixtures.aClinic().id();
  private final PatientId patient = fixtures.aPatient(clinic).stored().id();
  private final HcpId hcp = fixtures.anHcp(clinic).id();
  private final HcpId other = fixtures.anHcp(clinic).id();
  private final UUID intake = UUID.randomUUID();

  @BeforeEach
  void theExchangesAreThere() {
    for (var delegate : List.of(hcp.value(), other.value(), patient.value())) {
      fixtures.in(
          clinic,
          () -> {
            var exchange = new Exchange(delegate, intake, delegate, new byte[] {1}, Instant.EPOCH);
            records.saveExchange(exchange);
            return exchange;
          });
    }
  }

  @Test
  void whatIsHeldAndNotSharedIsListedInChunks() {
    var ids = stored(7, 1, hcp);
    var first = notShared(Records.BEFORE_ALL, 3);
    var second = notShared(first.getLast().entity(), 3);
    var third = notShared(second.getLast().entity(), 3);

    var seen = new ArrayList<UUID>();
    for (var chunk : List.of(first, second, third)) {
      chunk.forEach(delegation -> seen.add(delegation.entity()));
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(ids).hasSize(7);
    assertThat(first).allMatch(delegation -> delegation.delegate().equals(hcp.value()));
  }

  @Test
  void sharingTwiceGivesNothingTheSecondTime() {
    stored(5, 1, hcp);
    var rights = forPatient(notShared(Records.BEFORE_ALL, 10));

    assertThat(granted(rights)).isEqualTo(5);
    assertThat(granted(rights)).isZero();
    assertThat(notShared(Records.BEFORE_ALL, 10)).isEmpty();
    assertThat(readable(Optional.empty(), 10).entities()).hasSize(5);
  }

  @Test
  void twoWhoShareTheSameAtTheSameTimeCountItOnce() throws Exception {
    stored(200, 1, hcp, other);
    var rights = forPatient(notShared(Records.BEFORE_ALL, 500));
    var start = new CountDownLatch(1);
    int sum;
    try (var threads = Executors.newFixedThreadPool(2)) {
      var shares =
          IntStream.range(0, 2)
              .mapToObj(
                  n ->
                      threads.submit(
                          () -> {
                            start.await();
                            return granted(rights.stream().map(each -> via(each, n)).toList());
                          }))
              .toList();
      start.countDown();
      sum = shares.get(0).get() + shares.get(1).get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }

    assertThat(sum).isEqualTo(200);
  }

  @Test
  void aNewVersionIsNotSharedUntilTheNextShare() {
    var ids = stored(2, 1, hcp);
    granted(forPatient(notShared(Records.BEFORE_ALL, 10)));
    store(ids.getFirst(), 2, hcp);

    assertThat(readable(Optional.empty(), 10).entities())
        .extracting(each -> each.entity().id())
        .containsExactly(ids.get(1));
    assertThat(notShared(Records.BEFORE_ALL, 10))
        .extracting(Delegation::entity)
        .containsExactly(ids.getFirst());
  }

  @Test
  void pagesGoFromTheNewestToTheUndatedAndMissNothing() {
    stored(11, 1, hcp);
    granted(forPatient(notShared(Records.BEFORE_ALL, 50)));

    var days = new ArrayList<Optional<LocalDate>>();
    Optional<ReadingPosition> position = Optional.empty();
    do {
      var page = readable(position, 4);
      page.entities().forEach(each -> days.add(each.entity().clinicalDate()));
      assertThat(page.exchanges()).extracting(Exchange::id).containsExactly(patient.value());
      position = page.next().map(next -> ReadingPosition.parse(next.toString()));
    } while (position.isPresent());

    var expected = new ArrayList<>(days);
    expected.sort((a, b) -> undated(b).compareTo(undated(a)));
    assertThat(days).hasSize(11).isEqualTo(expected);
    assertThat(days.getLast()).isEmpty();
  }

  @Test
  void aHoldingTellsHowMuchOfWhatAndOverWhichPeriod() {
    stored(4, 1, hcp);

    var holding = fixtures.in(clinic, () -> records.holdingOf(patient, hcp));

    assertThat(holding.count(EntityKind.DATA_SAMPLE)).isEqualTo(4);
    assertThat(holding.total()).isEqualTo(4);
    assertThat(holding.oldest()).contains(LocalDate.of(2024, 1, 2));
    assertThat(holding.newest()).contains(LocalDate.of(2024, 1, 4));
    assertThat(fixtures.in(clinic, () -> records.holdingOf(patient, other)).total()).isZero();
  }

  @Test
  void whatIsRevokedIsNoLongerReadable() {
    stored(3, 1, hcp);
    granted(forPatient(notShared(Records.BEFORE_ALL, 10)));

    assertThat(fixtures.in(clinic, () -> records.revoke(patient, patient.value()))).isEqualTo(3);

    assertThat(readable(Optional.empty(), 10).entities()).isEmpty();
    assertThat(fixtures.in(clinic, () -> records.holdersOf(patient))).containsExactly(hcp);
  }

  private List<UUID> stored(int count, int version, HcpId... holders) {
    return IntStream.range(0, count)
        .mapToObj(
            n -> {
              var id = UUID.randomUUID();
              store(id, version, n == 0 ? Optional.empty() : day(n), holders);
              return id;
            })
        .toList();
  }

  private void store(UUID id, int version, HcpId... holders) {
    store(id, version, Optional.empty(), holders);
  }

  private void store(UUID id, int version, Optional<LocalDate> day, HcpId... holders) {
    var key = keyOf(id, version);
    fixtures.in(
        clinic,
        () -> {
          var entity = new StoredEntity(id, patient, "Observation", version, key, new byte[9], day);
          entities.upsert(entity, new byte[32], Instant.EPOCH);
          for (var holder : holders) {
            records.grant(List.of(delegation(id, key, intake, holder.value())));
          }
          return entity;
        });
  }

  private Delegation delegation(UUID entity, KeyId key, UUID delegator, UUID delegate) {
    return new Delegation(
        entity, "Observation", key, delegate, delegator, delegate, Permission.READ, new byte[4]);
  }

  private List<Delegation> forPatient(List<Delegation> held) {
    return held.stream()
        .map(each -> delegation(each.entity(), each.contentKey(), hcp.value(), patient.value()))
        .toList();
  }

  private Delegation via(Delegation right, int n) {
    var exchange = n == 0 ? patient.value() : hcp.value();
    return new Delegation(
        right.entity(),
        right.fhirType(),
        right.contentKey(),
        exchange,
        right.delegator(),
        right.delegate(),
        right.permission(),
        right.wrapped());
  }

  private List<Delegation> notShared(UUID after, int limit) {
    return fixtures.in(
        clinic, () -> records.heldButNotShared(patient, hcp, patient.value(), after, limit));
  }

  private int granted(List<Delegation> rights) {
    return fixtures.in(clinic, () -> records.grant(rights));
  }

  private ReadablePage readable(Optional<ReadingPosition> after, int limit) {
    return fixtures.in(clinic, () -> records.readable(patient, patient.value(), after, limit));
  }

  private static KeyId keyOf(UUID id, int version) {
    return new KeyId(
        ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(version).array());
  }

  private static Optional<LocalDate> day(int n) {
    return Optional.of(LocalDate.of(2024, 1, 1).plusDays(n));
  }

  private static LocalDate undated(Optional<LocalDate> day) {
    return day.orElse(ReadingPosition.UNDATED);
  }
}
