package care.vestibule.messaging.delivery;

/** How far a message got after a provider took it over. */
public enum DeliveryStatus {
  /** It is under way. */
  ON_ITS_WAY,
  /** It arrived. */
  DELIVERED,
  /** It did not arrive and will not. */
  CAME_BACK
}
