package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;

/**
 * A share for an approval.
 *
 * @param number counts the shares for the same approval, from 1
 * @param delegator the professional in whose name it is shared
 */
record ShareRun(AccessRequestId notification, int number, PatientId patient, HcpId delegator) {}
