/*
 * The patient's page, /my (template myrecord/my.html).
 *
 * Elements: #records, #records-status, #records-proof, #record-detail, #fingerprint, #progress,
 * #progress-summary, #progress-nobody, #add-device, #transfer with #transfer-qr and #transfer-code,
 * #transfer-status, [data-fingerprint-qr], and <template id="texts"> (fragment myrecord/texts.html).
 */
import { fingerprintOf } from './crypto/party-key.ts';
import { keyOf } from './device/current-key.ts';
import { letAddDevices } from './device/add-device.ts';
import { byId, element } from './page/dom.ts';
import { drawFingerprints } from './page/fingerprint-qr.ts';
import { getJson, HttpRefusal } from './page/http.ts';
import { text } from './page/texts.ts';
import { RecordList } from './record/list.ts';
import { openedFrom, readPages } from './record/opened.ts';
import { watchProgress } from './record/progress.ts';
import { Proofs, type Proof } from './record/proof.ts';
import type { SealedPage } from './record/sealed.ts';
import { Vault } from './record/vault.ts';

const list = new RecordList();
let reading = Promise.resolve();

function read(): void {
  reading = reading.then(readAll).catch((problem: unknown) => {
    if (problem instanceof HttpRefusal && problem.status === 401) {
      say('signedOut');
    } else {
      say('unreachable');
    }
  });
}

async function readAll(): Promise<void> {
  const page = await fetchPage();
  const device = await keyOf(page.clinic, page.party);
  if (!device) {
    say('noKey');
    return;
  }
  const digits = (await fingerprintOf(device.publicKey)).split(' ');
  byId('fingerprint').replaceChildren(...digits.map((group) => element('span', {}, group)));
  for (const holder of document.querySelectorAll<HTMLElement>('[data-fingerprint-qr]')) {
    holder.dataset['fingerprintQr'] = digits.join('');
  }
  drawFingerprints();
  letAddDevices(device);
  const vault = new Vault(device, page.clinic, page.party);
  const proofs = new Proofs(page.party, device.keyId, page.replaced);
  const signed = page.manifests;
  list.clear();
  let opened = 0;
  let refused = 0;
  await readPages(vault, page, fetchPage, ({ exchanges, entities }, contents) => {
    proofs.add(exchanges, entities);
    entities.forEach((entity, index) => {
      const one = openedFrom(vault, entity, contents[index]!);
      list.add(one);
      'refusal' in one ? refused++ : opened++;
    });
    say('opening', opened);
  }).finally(() => vault.close());
  showProofs(await proofs.check(signed));
  if (refused > 0) {
    say('openedSome', opened, refused);
  } else if (opened > 0) {
    say('opened', opened);
  } else {
    say('nothing');
  }
}

function showProofs(proofs: Proof[]): void {
  byId('records-proof').replaceChildren(
    ...proofs.map(({ doctor, refusal, changed }) =>
      refusal === undefined
        ? element('p', { class: 'hint' }, changed ? text('proof.changed', doctor, changed) : text('proof', doctor))
        : element('div', { class: refusal === 'GONE' ? 'notice' : 'notice bad' }, element('p', {}, text(`proof.${refusal}`, doctor))),
    ),
  );
}

function fetchPage(cursor?: string): Promise<SealedPage> {
  const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  return getJson(`/my/records${query}`);
}

function say(key: string, ...values: number[]): void {
  byId('records-status').textContent = text(key, ...values);
}

read();
watchProgress(read);
