package care.vestibule.sharing;

/** Where a share stands. */
enum RunState {
  /** Under way, or stopped half-way and to be continued. */
  RUNNING,
  /** Everything was tried, something could not be shared; to be continued once it is mended. */
  INCOMPLETE,
  /** Everything is shared. */
  DONE
}
