package care.vestibule.monitoring.metrics;

import java.util.Map;

/**
 * What the gauges tell, of all clinics together.
 *
 * @param waiting open visits by whom they wait for
 */
record Totals(long running, long stuck, long ended, long incidents, Map<String, Long> waiting) {}
