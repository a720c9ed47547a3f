package care.vestibule.accessrequest;

import java.util.UUID;

/**
 * A patient can read more than before, and nobody is about to say so; published in the transaction
 * that ends the share.
 *
 * @param invitation with which the patient asked for it
 */
public record RecordsAdded(UUID invitation) {}
