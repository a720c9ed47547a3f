package care.vestibule.probes;

import com.twilio.http.TwilioRestClient;

record TalksToTwilio(TwilioRestClient twilio) {}
