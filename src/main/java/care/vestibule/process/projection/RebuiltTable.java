package care.vestibule.process.projection;

/** The tables that can be made anew, with their primary keys; the migration lists them too. */
enum RebuiltTable {
  INSTANCES("engine_instance", "instance_key"),
  ELEMENTS("engine_element", "element_key"),
  TASKS("engine_user_task", "task_key"),
  TIMERS("engine_timer", "timer_key"),
  INCIDENTS("engine_incident", "incident_key");

  private final String table;
  private final String key;

  RebuiltTable(String table, String key) {
    this.table = table;
    this.key = key;
  }

  /** Puts the names of table and key into a statement. */
  String in(String sql) {
    return sql.formatted(table, key);
  }
}
