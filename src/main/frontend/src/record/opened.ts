import { CryptoRefusal } from '../crypto/refusal.ts';
import { parseResource, type Resource } from '../fhir/resource.ts';
import { summaryOf, type Summary } from '../fhir/summary.ts';
import type { SealedEntity } from './sealed.ts';
import type { Vault } from './vault.ts';

/** A record that was opened, or why it was not. */
export type Opened =
  | { entity: SealedEntity; resource: Resource; summary: Summary; sharedBy: string }
  | { entity: SealedEntity; refusal: string };

/** Opens a record; one that does not open stays visible, with its reason. */
export async function openedBy(vault: Vault, entity: SealedEntity): Promise<Opened> {
  try {
    const { content, sharedBy } = await vault.open(entity);
    const resource = parseResource(content);
    return { entity, resource, summary: summaryOf(resource), sharedBy };
  } catch (problem) {
    const refusal = problem instanceof CryptoRefusal ? problem.reason : 'NOT_READABLE';
    return { entity, refusal };
  }
}
