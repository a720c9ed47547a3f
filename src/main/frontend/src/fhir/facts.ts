import { shortForm } from './datatypes.ts';
import { isObject, type Json, type Resource } from './resource.ts';

/** One line of a resource's readable form: where it stands, and what it says. */
export interface Fact {
  label: string;
  value: string;
}

// What only machines read; the raw form shows it.
const LEFT_OUT = new Set(['resourceType', 'id', 'meta', 'text', 'system', 'url', 'use', 'contentType', 'data']);
const DEEPEST = 4;

/** Everything a resource says, as a flat list. */
export function factsOf(resource: Resource): Fact[] {
  return [...walk(resource, [])];
}

function* walk(value: Json, path: string[]): Generator<Fact> {
  if (Array.isArray(value)) {
    for (const one of value) {
      yield* facts(one, path);
    }
  } else if (isObject(value)) {
    for (const [name, one] of Object.entries(value)) {
      if (!LEFT_OUT.has(name)) {
        yield* facts(one, [...path, name]);
      }
    }
  }
}

function* facts(value: Json, path: string[]): Generator<Fact> {
  if (isObject(value) && typeof value['url'] === 'string') {
    yield* extension(value['url'], value);
    return;
  }
  const short = shortForm(value);
  if (short !== undefined && short !== '') {
    yield { label: label(path), value: short };
  } else if (path.length < DEEPEST) {
    yield* walk(value, path);
  }
}

/** An extension is named by the end of its address: `.../patient-note` becomes "Patient note". */
function* extension(url: string, value: { [name: string]: Json }): Generator<Fact> {
  const name = url.replace(/^.*\//, '').replaceAll('-', ' ');
  const short = extensionOf(value);
  if (short !== undefined && short !== '') {
    yield { label: label([name]), value: short };
  } else if (value['extension'] !== undefined) {
    yield* walk(value['extension'], [name]);
  }
}

function extensionOf(extension: { [name: string]: Json }): string | undefined {
  const name = Object.keys(extension).find((one) => one.startsWith('value'));
  return name === undefined ? undefined : shortForm(extension[name]);
}

/** `valueQuantity` becomes "Value quantity". */
function label(path: string[]): string {
  const words = path.map((name) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
