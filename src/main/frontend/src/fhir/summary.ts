import { codeableConcept, shortForm } from './datatypes.ts';
import { at, isObject, type Json, type Resource } from './resource.ts';

/** What a list shows of a resource. */
export interface Summary {
  title: string;
  /** The value of an observation, with its unit. */
  value?: string;
  /** The day it is about, as FHIR writes it. */
  date?: string;
}

// Where resources say what they are about; the first that is there is the title.
const TITLES = [
  'code',
  'vaccineCode',
  'medicationCodeableConcept',
  'medicationReference',
  'type',
  'category',
  'description',
  'name',
  'title',
];

const DATES = [
  'effectiveDateTime',
  'effectivePeriod',
  'onsetDateTime',
  'performedDateTime',
  'performedPeriod',
  'occurrenceDateTime',
  'authoredOn',
  'date',
  'started',
  'period',
  'issued',
  'recordedDate',
  'billablePeriod',
  'created',
];

/** Title, value and date of any clinical resource. */
export function summaryOf(resource: Resource): Summary {
  const summary: Summary = { title: titleOf(resource) };
  const value = valueOf(resource);
  if (value) {
    summary.value = value;
  }
  const date = DATES.map((name) => dateOf(resource[name])).find((found) => found);
  if (date) {
    summary.date = date;
  }
  return summary;
}

function titleOf(resource: Resource): string {
  for (const name of TITLES) {
    const value = resource[name];
    const first = Array.isArray(value) ? value[0] : value;
    const found = codeableConcept(first) ?? shortForm(first);
    if (found) {
      return found;
    }
  }
  return resource.resourceType;
}

function valueOf(resource: Resource): string | undefined {
  const name = Object.keys(resource).find((one) => /^value[A-Z]/.test(one));
  if (name) {
    return shortForm(resource[name]);
  }
  return components(resource['component']);
}

function components(list: Json | undefined): string | undefined {
  if (!Array.isArray(list)) {
    return undefined;
  }
  const values = list.map((one) => (isObject(one) ? shortForm(one['valueQuantity']) : undefined));
  return values.filter((one) => one).join(' / ') || undefined;
}

function dateOf(value: Json | undefined): string | undefined {
  const text = typeof value === 'string' ? value : at(value, 'start');
  return typeof text === 'string' ? text.slice(0, 10) : undefined;
}
