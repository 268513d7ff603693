import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { validateForm } from '../../domain/programme/form.js';
import { SURGERY } from '../domain/request/case-town.js';
import { API_ROUTES, BODIES } from '../../functions/openapi/document.js';
import { plainAnswer, plainErasure } from '../../functions/resident/answer-request/handler.js';
import { plainForm } from '../../functions/resident/submit-request/plain-form.js';
import { trackingForm } from '../../functions/resident/track-request/plain-tracking.js';

/** Whole files: their bodies are bounded by bytes, and what is in them by the schemas of a town. */
const FILES = new Set(['TownImport.files', 'ProgrammeChange.programme', 'CarriedText']);

interface Schema {
  readonly [name: string]: unknown;
  readonly type?: string;
}
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** Where strings and numbers of a schema may be of any length or size. */
function unbounded(schema: unknown, at: string): string[] {
  if (!isSchema(schema) || FILES.has(at)) return [];
  const { type, properties, items, propertyNames, additionalProperties } = schema;
  const parts = [schema['anyOf'], schema['oneOf'], schema['allOf']].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return [
    ...parts.flatMap((part) => unbounded(part, at)),
    ...(type === 'string' && !isBoundedString(schema) ? [at] : []),
    ...((type === 'number' || type === 'integer') && !isBoundedNumber(schema) ? [at] : []),
    ...Object.entries(isSchema(properties) ? properties : {}).flatMap(([name, one]) =>
      unbounded(one, `${at}.${name}`),
    ),
    ...unbounded(items, `${at}[]`),
    ...unbounded(propertyNames, `${at}{name}`),
    ...unbounded(additionalProperties, `${at}{}`),
    ...(type === 'array' && schema['maxItems'] === undefined ? [`${at}[n]`] : []),
  ];
}

/** A pattern bounds a string where nothing in it repeats without end. */
const isBoundedString = (schema: Schema): boolean =>
  schema['maxLength'] !== undefined ||
  schema['enum'] !== undefined ||
  schema['const'] !== undefined ||
  ['date', 'date-time'].includes(String(schema['format'])) ||
  (typeof schema['pattern'] === 'string' &&
    /^\^.*\$$/.test(schema['pattern']) &&
    !/[*+]|\{\d+,\}/.test(schema['pattern'].replaceAll(/\\.|\[[^\]]*\]/g, '')));

const isBoundedNumber = (schema: Schema): boolean =>
  (schema['minimum'] ?? schema['exclusiveMinimum']) !== undefined &&
  (schema['maximum'] ?? schema['exclusiveMaximum']) !== undefined;

const inputOf = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
/** What comes out of a query says of which type it is: all of it is words on the way in. */
const queryOf = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });

const label = { 'zh-CN': '字段', en: 'field' };
const FIELDS = (['text', 'number', 'date', 'yes-no'] as const).map((type) => ({
  id: type,
  type,
  label,
  required: true,
  personal: false,
}));
const FORM = { ...SURGERY, form: FIELDS };

describe('everything that people and programs send has a limit', () => {
  it.each(Object.entries(BODIES))('the body %s', (name, schema) => {
    expect(unbounded(inputOf(schema), name)).toEqual([]);
  });

  it.each(API_ROUTES.map((route) => [route.method, route.path, route.query] as const))(
    'the query of %s %s',
    (method, path, query) => {
      expect(unbounded(queryOf(query), `${method} ${path}`)).toEqual([]);
    },
  );

  it.each([
    ['the form without scripts', plainForm],
    ['an answer without scripts', plainAnswer],
    ['an erasure without scripts', plainErasure],
    ['a number to follow without scripts', trackingForm],
    ["a programme's form, whatever its fields ask for", validateForm(FORM)],
  ])('%s', (name, schema) => {
    expect(unbounded(inputOf(schema), name)).toEqual([]);
  });
});

/** The readers that clean what they read, and the doors at which it is no form: a message from a queue or a topic, a token, a cursor, a photo. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  'event.body': ['http/read-body.ts', 'resident/keep-photos/read-photo.ts'],
  'JSON.parse(': [
    'console/cursor.ts',
    'http/read-body.ts',
    'http/staff-session.ts',
    'texts/receive-sms/handler.ts',
    'texts/text-sign-in-code/handler.ts',
  ],
};

describe('nothing that is sent is read past the readers that clean it', () => {
  const functions = join(import.meta.dirname, '../../functions');
  const files = readdirSync(functions, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );

  it.each(Object.entries(READERS))('%s stands in no other file', (read, allowed) => {
    const found = files.filter((file) => readFileSync(join(functions, file), 'utf8').includes(read));
    expect(found.toSorted()).toEqual(allowed.toSorted());
  });
});
