/*
 * Opens entities beside the page, which meanwhile answers its user.
 *
 * Gets a Work and answers with its contents; the keys it is given can not be read out here either.
 */
import { openAll, type Work } from './open-entity.ts';

addEventListener('message', async ({ data }: MessageEvent<Work>) => {
  const contents = await openAll(data);
  postMessage(contents);
});
