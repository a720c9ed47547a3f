import { isObject, type Json, type Resource } from './resource.ts';

/** The plain texts a document carries: attachments, and a patient's note. */
export function textsOf(resource: Resource): string[] {
  return [...attachments(resource)];
}

function* attachments(value: Json): Generator<string> {
  if (Array.isArray(value)) {
    for (const one of value) {
      yield* attachments(one);
    }
  } else if (isObject(value)) {
    const { contentType, data } = value;
    if (typeof contentType === 'string' && contentType.startsWith('text/plain') && typeof data === 'string') {
      yield decode(data);
    }
    yield* attachments(Object.values(value));
  }
}

function decode(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
