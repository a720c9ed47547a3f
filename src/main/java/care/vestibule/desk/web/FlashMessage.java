package care.vestibule.desk.web;

/** What a page says first, when something was just done. */
enum FlashMessage {
  INVITED,
  INVITED_ALREADY,
  RESENT,
  CORRECTED,
  GIVEN_UP,
  WITHDRAWN
}
