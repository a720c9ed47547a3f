import { at, isObject, type Json, type JsonObject } from './resource.ts';

/** A FHIR value in one line, or nothing if it has no short form. */
export function shortForm(value: Json | undefined): string | undefined {
  if (typeof value === 'string') {
    return isDate(value) ? day(value) : value;
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  if (Array.isArray(value)) {
    const parts = value.map(shortForm);
    return parts.every((part) => part !== undefined) ? parts.join(', ') : undefined;
  }
  return isObject(value) ? ofObject(value) : undefined;
}

function ofObject(value: JsonObject): string | undefined {
  return (
    codeableConcept(value) ??
    quantity(value) ??
    period(value) ??
    humanName(value) ??
    firstText(value, 'display', 'value', 'reference', 'code')
  );
}

/** CodeableConcept: its text, else what its first coding is called. */
export function codeableConcept(value: Json | undefined): string | undefined {
  const found = at(value, 'text') ?? at(value, 'coding', 'display') ?? at(value, 'coding', 'code');
  return typeof found === 'string' && (at(value, 'coding') !== undefined || onlyText(value))
    ? found
    : undefined;
}

function onlyText(value: Json | undefined): boolean {
  return isObject(value) && Object.keys(value).every((name) => ['text', 'id', 'coding'].includes(name));
}

/** Quantity, with its unit and comparator. */
export function quantity(value: Json | undefined): string | undefined {
  const number = at(value, 'value');
  if (typeof number !== 'number') {
    return undefined;
  }
  const unit = at(value, 'unit') ?? at(value, 'code') ?? at(value, 'currency');
  return [at(value, 'comparator'), rounded(number), unit].filter((part) => part !== undefined).join(' ');
}

function rounded(number: number): string {
  return String(Math.round(number * 1000) / 1000);
}

function period(value: Json): string | undefined {
  const start = at(value, 'start');
  const end = at(value, 'end');
  if (typeof start !== 'string' && typeof end !== 'string') {
    return undefined;
  }
  return [start, end].map((side) => (typeof side === 'string' ? day(side) : '…')).join(' – ');
}

function humanName(value: Json): string | undefined {
  const family = at(value, 'family');
  if (typeof family !== 'string') {
    return undefined;
  }
  const given = isObject(value) ? shortForm(value['given'])?.replaceAll(',', '') : undefined;
  return [at(value, 'prefix'), given, family].filter((part) => typeof part === 'string').join(' ');
}

function firstText(value: JsonObject, ...names: string[]): string | undefined {
  const found = names.map((name) => value[name]).find((one) => typeof one === 'string');
  return found as string | undefined;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}.*)?$/.test(text);
}

/** A date as FHIR writes it, to the minute. */
export function day(text: string): string {
  return text.replace('T', ' ').replace(/^(.{16}).*$/, '$1');
}
