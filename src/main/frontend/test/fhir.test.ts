import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsOf } from '../src/fhir/documents.ts';
import { factsOf } from '../src/fhir/facts.ts';
import { parseResource, type Resource } from '../src/fhir/resource.ts';
import { summaryOf } from '../src/fhir/summary.ts';

const observation: Resource = {
  resourceType: 'Observation',
  id: 'x',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '8302-2', display: 'Body Height' }], text: 'Height' },
  subject: { reference: 'urn:uuid:1' },
  effectiveDateTime: '2015-08-29T22:52:58-04:00',
  valueQuantity: { value: 176.68431, unit: 'cm', code: 'cm' },
};

test('an observation is told by its text, value with unit, and day', () => {
  assert.deepEqual(summaryOf(observation), { title: 'Height', value: '176.684 cm', date: '2015-08-29' });
});

test('two pressures are one blood pressure', () => {
  const pressure: Resource = {
    resourceType: 'Observation',
    code: { coding: [{ display: 'Blood pressure' }] },
    component: [{ valueQuantity: { value: 80, unit: 'mmHg' } }, { valueQuantity: { value: 121, unit: 'mmHg' } }],
  };
  assert.deepEqual(summaryOf(pressure), { title: 'Blood pressure', value: '80 mmHg / 121 mmHg' });
});

test('other resources are told by what they are about', () => {
  const titles: [Resource, string, string | undefined][] = [
    [{ resourceType: 'Condition', code: { text: 'Anemia' }, onsetDateTime: '2001-02-03' }, 'Anemia', '2001-02-03'],
    [{ resourceType: 'Immunization', vaccineCode: { text: 'Influenza' }, occurrenceDateTime: '2019-01-01T10:00:00Z' }, 'Influenza', '2019-01-01'],
    [{ resourceType: 'MedicationRequest', medicationCodeableConcept: { text: 'Aspirin' }, authoredOn: '2020-05-05' }, 'Aspirin', '2020-05-05'],
    [{ resourceType: 'Procedure', code: { text: 'Suture' }, performedPeriod: { start: '2018-03-04T10:00:00Z' } }, 'Suture', '2018-03-04'],
    [{ resourceType: 'DocumentReference', type: { coding: [{ display: 'Note' }] }, date: '2017-06-07T00:00:00Z' }, 'Note', '2017-06-07'],
    [{ resourceType: 'Patient', name: [{ given: ['Ana', 'María'], family: 'Prado' }] }, 'Ana María Prado', undefined],
    [{ resourceType: 'Basic' }, 'Basic', undefined],
  ];
  for (const [resource, title, date] of titles) {
    const summary = summaryOf(resource);
    assert.equal(summary.title, title);
    assert.equal(summary.date, date);
  }
});

test('the facts of a resource leave out what only machines read', () => {
  assert.deepEqual(factsOf(observation), [
    { label: 'Status', value: 'final' },
    { label: 'Code', value: 'Height' },
    { label: 'Subject', value: 'urn:uuid:1' },
    { label: 'Effective date time', value: '2015-08-29 22:52' },
    { label: 'Value quantity', value: '176.684 cm' },
  ]);
});

test('a note in an extension is among the facts', () => {
  const patient: Resource = {
    resourceType: 'Patient',
    extension: [{ url: 'https://vestibule.care/fhir/StructureDefinition/patient-note', valueString: 'Likes tea' }],
  };
  assert.deepEqual(factsOf(patient), [{ label: 'Patient note', value: 'Likes tea' }]);
});

test('the plain text of a document is read out of its attachment', () => {
  const data = Buffer.from('Günstiger Verlauf').toString('base64');
  const document: Resource = {
    resourceType: 'DocumentReference',
    content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data } }],
  };
  assert.deepEqual(textsOf(document), ['Günstiger Verlauf']);
});

test('what is no resource is refused', () => {
  for (const text of ['[]', '{}', '"x"', '{"resourceType":1}', 'x']) {
    assert.throws(() => parseResource(Buffer.from(text)));
  }
  assert.throws(() => parseResource(Uint8Array.of(0x22, 0xff, 0x22)));
});
