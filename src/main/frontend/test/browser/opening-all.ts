import { Openers } from '../../src/record/openers.ts';
import { sharedRecord, TEXT } from './shared-record.ts';

const BROKEN = 30;
const STRANGE = 70;

/**
 * Opens a page of a hundred entities with workers that run that script.
 *
 * One of them was changed and one is of an exchange nobody knows; answers with what is not as
 * expected, which is nothing.
 */
export async function openingAll(script: string): Promise<string[]> {
  const { vault, entities } = await sharedRecord(100, new Openers(script));
  const broken = entities[BROKEN]!;
  broken.envelope = `${broken.envelope.slice(0, 100)}AAAA${broken.envelope.slice(104)}`;
  entities[STRANGE]!.delegation.exchangeId = crypto.randomUUID();
  const contents = await vault.open(entities);
  vault.close();
  return contents.flatMap((content, index) => {
    const seen = typeof content === 'string' ? content : new TextDecoder().decode(content);
    const expected = index === BROKEN ? 'NOT_AUTHENTIC' : index === STRANGE ? 'NOT_A_RECIPIENT' : TEXT;
    return seen === expected ? [] : [`${index}: ${seen}`];
  });
}
