import { parseResource, type Resource } from '../fhir/resource.ts';
import { summaryOf, type Summary } from '../fhir/summary.ts';
import { reasonOf, type Content } from './open-entity.ts';
import type { SealedEntity, SealedPage } from './sealed.ts';
import type { Vault } from './vault.ts';

/** A record that was opened, or why it was not. */
export type Opened =
  | { entity: SealedEntity; resource: Resource; summary: Summary; sharedBy: string }
  | { entity: SealedEntity; refusal: string };

/**
 * Opens a whole record, page after page; one entity that does not open does not hold up the others.
 *
 * While one page is opened the next is fetched; `found` gets them in their order.
 */
export async function readPages(
  vault: Vault,
  first: SealedPage,
  fetchNext: (cursor: string) => Promise<SealedPage>,
  found: (page: SealedPage, contents: Content[]) => void,
): Promise<void> {
  let page = first;
  let before = Promise.resolve();
  for (;;) {
    const here = page;
    vault.add(here.exchanges);
    const opening = vault.open(here.entities);
    const [next] = await Promise.all([here.cursor ? fetchNext(here.cursor) : undefined, before]);
    before = opening.then((contents) => found(here, contents));
    if (!next) {
      return before;
    }
    page = next;
  }
}

/** What the list shows of an entity. */
export function openedFrom(vault: Vault, entity: SealedEntity, content: Content): Opened {
  try {
    if (typeof content === 'string') {
      return { entity, refusal: content };
    }
    const resource = parseResource(content);
    return { entity, resource, summary: summaryOf(resource), sharedBy: vault.sharedBy(entity) };
  } catch (problem) {
    return { entity, refusal: reasonOf(problem) };
  }
}
