package care.vestibule.monitoring.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How long the visits took that ended during the last day, of all clinics together. */
@Repository
@Transactional(readOnly = true)
class StepTimes {

  /** The upper ends of the buckets in seconds; the last bucket has none. */
  static final List<Double> ENDS =
      List.of(1.0, 10.0, 60.0, 600.0, 3600.0, 21600.0, 86400.0, 604800.0, 2592000.0);

  private final JdbcClient jdbc;

  StepTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The lengths of one step's visits.
   *
   * @param counts visits by bucket, each without those of the buckets before it
   */
  record Times(List<Long> counts, double seconds) {

    Times plus(Times other) {
      var sums = none();
      for (var bucket = 0; bucket < sums.size(); bucket++) {
        sums.set(bucket, counts.get(bucket) + other.counts.get(bucket));
      }
      return new Times(sums, seconds + other.seconds);
    }
  }

  /** By element. */
  Map<String, Times> ofLastDay() {
    var times = new LinkedHashMap<String, Times>();
    jdbc.sql(
            """
            select element_id, width_bucket(took, :ends) as bucket, count(*) as visits,
              sum(took) as seconds
            from (
              select element_id, extract(epoch from left_at - entered_at)::float8 as took
              from engine_element
              where left_at > clock_timestamp() - interval '1 day' and not terminated
                and entered_at is not null
                and element_type in ('SERVICE_TASK', 'USER_TASK', 'RECEIVE_TASK')) visit
            group by element_id, bucket
            """)
        .param("ends", ENDS.toArray(Double[]::new))
        .query(
            row -> {
              var counts = none();
              counts.set(row.getInt("bucket"), row.getLong("visits"));
              times.merge(
                  row.getString("element_id"),
                  new Times(counts, row.getDouble("seconds")),
                  Times::plus);
            });
    return times;
  }

  private static List<Long> none() {
    var none = new ArrayList<Long>();
    for (var bucket = 0; bucket <= ENDS.size(); bucket++) {
      none.add(0L);
    }
    return none;
  }
}
