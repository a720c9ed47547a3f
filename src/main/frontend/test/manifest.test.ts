import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { base64url, fromBase64url } from '../src/crypto/base64url.ts';
import { fromHex, hex, type Bytes } from '../src/crypto/bytes.ts';
import { ManifestTally, type ManifestEntry } from '../src/crypto/manifest-tally.ts';
import { decodeManifest, headOf, requireCovers, requireFollows, requireManifestSigned } from '../src/crypto/manifest.ts';
import { MerkleTree } from '../src/crypto/merkle.ts';
import { flipped } from './changes.ts';
import { refused } from './refused.ts';

const known = JSON.parse(readFileSync('../../test/resources/crypto/known-answers.json', 'utf8'));
const { manifests, place } = known;
const entries: ManifestEntry[] = manifests.entries;
const first = decodeManifest(fromBase64url(manifests.first));
const second = decodeManifest(fromBase64url(manifests.second));
const signer = fromBase64url(manifests.signer);

function tally(of: ManifestEntry[]): ManifestTally {
  const sum = new ManifestTally();
  of.forEach((entry) => sum.add(entry));
  return sum;
}

test('a manifest signed by Java is verified and covers its entries', async () => {
  await requireManifestSigned(second, signer);
  requireCovers(second, tally(entries));
  requireCovers(first, tally(entries.slice(0, 7)));
  assert.equal(second.exchange, place.exchange);
  assert.deepEqual([...second.counts], [['Condition', 4], ['Observation', 6]]);
  assert.equal(base64url((await headOf(second)).hash), manifests.hash);
});

test('nothing can be held back, added or rolled back', async () => {
  for (const [index, entry] of entries.entries()) {
    const others: ManifestEntry[] = [
      { ...entry, version: entry.version + 1 },
      { ...entry, type: 'Claim' },
      { ...entry, contentKeyId: 'f'.repeat(32) },
    ];
    await refused(() => requireCovers(second, tally(entries.toSpliced(index, 1))), 'INCOMPLETE');
    for (const other of others) {
      await refused(() => requireCovers(second, tally(entries.with(index, other))), 'INCOMPLETE');
    }
  }
  const more = { ...entries[0]!, entity: 'ffffffff-0000-4000-8000-000000000009' };
  await refused(() => requireCovers(second, tally([...entries, more])), 'INCOMPLETE');
  await refused(() => tally([...entries, entries[0]!]), 'NOT_CANONICAL');
  await refused(() => tally([entries[0]!, entries[0]!]), 'NOT_CANONICAL');
});

test('a manifest follows the one that is remembered', async () => {
  await requireFollows(first, await headOf(first));
  await requireFollows(second, await headOf(first));
  await refused(async () => requireFollows(first, await headOf(second)), 'ROLLED_BACK');
  const fork = { sequence: 2, hash: new Uint8Array(32) };
  await refused(() => requireFollows(second, fork), 'ROLLED_BACK');
  await refused(() => requireFollows(second, { sequence: 1, hash: fork.hash }), 'BROKEN_CHAIN');
  await refused(() => requireFollows(second, { sequence: 0, hash: fork.hash }), 'BROKEN_CHAIN');
});

test('a flipped bit in any byte of a manifest is refused', async () => {
  const bytes = fromBase64url(manifests.second);
  const verify = async (changed: Bytes) => requireManifestSigned(decodeManifest(changed), signer);
  await verify(bytes);
  for (let i = 0; i < bytes.length; i++) {
    await refused(() => verify(flipped(bytes, i)));
  }
  await refused(() => verify(bytes.slice(0, -1)), 'TRUNCATED');
  await refused(() => verify(Uint8Array.of(...bytes, 0)), 'TRAILING_BYTES');
  await refused(() => requireManifestSigned(second, flipped(signer, 3)), 'NOT_SIGNED');
});

test('the roots are those of Certificate Transparency', () => {
  const tree = new MerkleTree();
  assert.equal(hex(tree.root()), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  for (const leaf of ['', '00', '10', '2021', '3031', '40414243', '5051525354555657']) {
    tree.add(fromHex(leaf));
  }
  assert.equal(hex(tree.root()), 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c');
  tree.add(fromHex('606162636465666768696a6b6c6d6e6f'));
  assert.equal(hex(tree.root()), '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  assert.equal(tree.size, 8);
});
