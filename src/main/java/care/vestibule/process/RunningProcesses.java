package care.vestibule.process;

/** The engine's processes, as operations steers them; call it with no transaction open. */
public interface RunningProcesses {

  /** Ends a process where it stands, without any step in between. */
  Incidents.Answer cancel(long instance);

  /**
   * Lets a process leave the visit at which it stands and come to an element anew, with what waits
   * there read from the variables again.
   *
   * @param visit the engine's key of the visit it leaves
   * @param element the id of the element it comes to
   * @param variables set before it does
   */
  Incidents.Answer moveTo(long instance, long visit, String element, ProcessVariables variables);
}
