/** JSON of FHIR R4, of which nothing is taken for granted. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };
export type Resource = JsonObject & { resourceType: string };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a resource from UTF-8 JSON. */
export function parseResource(bytes: Uint8Array): Resource {
  const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  if (!isObject(value) || typeof value['resourceType'] !== 'string') {
    throw new TypeError('Not a FHIR resource');
  }
  return value as Resource;
}

/** The value at a path; of lists the first entry. */
export function at(value: Json | undefined, ...path: string[]): Json | undefined {
  let current = value;
  for (const name of path) {
    const one = Array.isArray(current) ? current[0] : current;
    current = isObject(one) ? one[name] : undefined;
  }
  return Array.isArray(current) ? current[0] : current;
}
