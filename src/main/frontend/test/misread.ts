import { base64url, fromBase64url } from '../src/crypto/base64url.ts';
import { fromHex, uuidBytes } from '../src/crypto/bytes.ts';

const NOT_BASE64URL = ['A', 'AAAAA', 'AA==', 'AAA=', 'AB', 'AAB', 'AA AA', ' AAAA', 'AAAA\n', 'AA\nA', 'AA+A', 'AA/A', 'AAÄA', 'AA\u0141A', '===='];
const NOT_HEX = ['0', '0g', 'AB', 'ab c', '+1', 'ä0', '0\u0130'];
const UUID = '0123abcd-4567-89ab-cdef-001122334455';
const NOT_UUIDS = ['', UUID.toUpperCase(), UUID.slice(1), `${UUID}0`, UUID.replace('-', '0'), UUID.replace('3', 'g'), UUID.replaceAll('-', '')];

/** What of these was not read as it should be, with the way this runtime has; nothing, if all is well. */
export function misread(): string[] {
  return [
    ...NOT_BASE64URL.filter((text) => reads(fromBase64url, text)),
    ...NOT_HEX.filter((text) => reads(fromHex, text)),
    ...NOT_UUIDS.filter((text) => reads(uuidBytes, text)),
    ...[0, 1, 2, 3, 4, 255].filter((size) => !comesBack(size)).map((size) => `${size} bytes`),
  ];
}

function reads(read: (text: string) => Uint8Array, text: string): boolean {
  try {
    read(text);
    return true;
  } catch (problem) {
    return !(problem instanceof TypeError);
  }
}

function comesBack(size: number): boolean {
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 37 + size) % 256);
  const back = fromBase64url(base64url(bytes));
  return back.length === size && back.every((value, index) => value === bytes[index]);
}
