package care.vestibule.monitoring.web;

/** The parts of the overview, as they stand in the address. */
enum Panel {
  funnel,
  standing,
  arrears,
  incidents,
  alarms,
  doctors
}
