import * as fc from 'fast-check';
import { fillForm } from '../../../domain/programme/fill-form.js';
import { formText, numberedFields } from '../../../domain/programme/form-words.js';
import { readFormValues } from '../../../domain/programme/read-form-values.js';
import { programmeSchema } from '../../../domain/town/schema.js';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const AID = programmeSchema.parse({
  id: 'aid',
  name: both('救助', 'Aid'),
  form: [
    {
      id: 'age',
      label: both('年龄', 'Age'),
      type: 'number',
      required: true,
      min: 0,
      max: 130,
      personal: true,
    },
    { id: 'local', label: both('本镇居民', 'Lives here'), type: 'yes-no', required: true, personal: false },
    {
      id: 'eye',
      label: both('患眼', 'Which eye'),
      type: 'choice',
      required: true,
      choices: [
        { value: 'left', label: both('左眼', 'Left eye') },
        { value: 'right', label: both('右眼', 'Right eye') },
      ],
      personal: true,
    },
    { id: 'since', label: both('何时起', 'Since'), type: 'date', required: false, personal: true },
    { id: 'remark', label: both('备注', 'Remark'), type: 'text', required: false, personal: true },
  ],
  eligibility: [
    { field: 'age', atLeast: 18, otherwise: both('未满18岁', 'under 18') },
    { field: 'local', is: true, otherwise: both('非本镇居民', 'lives elsewhere') },
  ],
  documents: [],
  stages: [
    {
      id: 'apply',
      name: both('申请', 'Apply'),
      steps: [
        { id: 'apply', name: both('申请', 'Apply'), by: 'owner', asks: 'application', within: { days: 1 } },
      ],
    },
  ],
  alternatives: both('到服务大厅', 'Ask at the hall'),
  followUpDays: [],
});

const read = (...values: [number, string][]) =>
  readFormValues(
    AID,
    values.map(([number, words]) => ({ number, words })),
  );

describe('a form that is handed in', () => {
  it('is taken when every field is right and the programme is for the person', () => {
    const form = { age: 72, local: true, eye: 'left' };
    expect(fillForm(AID, form)).toEqual({ kind: 'filled', form });
  });

  it('is told every field that is wrong, before whom the programme is for', () => {
    const filled = fillForm(AID, { age: 200, local: false });
    expect(filled.kind).toBe('wrong');
    expect(filled.kind === 'wrong' && filled.issues.map(({ path }) => path.join())).toEqual(['age', 'eye']);
  });

  it('is refused with every rule that is not met', () => {
    const filled = fillForm(AID, { age: 12, local: false, eye: 'left' });
    expect(filled.kind === 'ineligible' && filled.unmet.map(({ otherwise }) => otherwise.en)).toEqual([
      'under 18',
      'lives elsewhere',
    ]);
  });
});

describe('what somebody texts for a field', () => {
  test.each<[string, number, string, unknown]>([
    ['a number', 1, '72', 72],
    ['a number in full width with its unit', 1, '７２岁', 72],
    ['no number', 1, '七十二', '七十二'],
    ['a number that runs on', 1, '72 73', '72 73'],
    ['yes', 2, '是的', true],
    ['yes in English', 2, 'Yes', true],
    ['no', 2, '不是', false],
    ['neither yes nor no', 2, '可能', '可能'],
    ['a choice by its words', 3, '左眼', 'left'],
    ['a choice in English', 3, 'Right Eye', 'right'],
    ['as much of a choice as no other has', 3, '左', 'left'],
    ['what two choices have', 3, '眼', '眼'],
    ['a day', 4, '2026年9月1日', '2026-09-01'],
    ['a day with slashes', 4, '2026/9/1', '2026-09-01'],
    ['no day', 4, '下周', '下周'],
    ['words', 5, '行动不便', '行动不便'],
  ])('%s', (_what, number, words, value) => {
    expect(Object.values(read([number, words]))).toEqual([value]);
  });

  it('under a number that no field has is wrong, and not left out', () => {
    const filled = fillForm(AID, read([1, '72'], [2, '是'], [3, '左'], [9, 'x']));
    expect(filled.kind).toBe('wrong');
  });

  it('fills in what it says: read, shown and read again it is the same', () => {
    const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const form = fc.record({
      age: fc.integer({ min: 18, max: 130 }),
      local: fc.constant(true),
      eye: fc.constantFrom('left', 'right'),
      since: date.map((day) => day.toISOString().slice(0, 10)),
    });
    fc.assert(
      fc.property(form, fc.constantFrom('zh-CN' as const, 'en' as const), (values, language) => {
        const shown = formText(AID, values, language);
        const texted = shown.map(({ value }, i): [number, string] => [i + 1, value]);
        expect(fillForm(AID, read(...texted))).toEqual({ kind: 'filled', form: values });
      }),
    );
  });
});

describe('the fields as they are texted', () => {
  it('have the numbers by which they are filled in, and what may be chosen', () => {
    expect(numberedFields(AID, 'zh-CN')).toBe('1年龄 2本镇居民 3患眼（左眼/右眼） 4何时起 5备注');
    expect(numberedFields(AID, 'en', { choices: false })).toBe(
      '1 Age 2 Lives here 3 Which eye 4 Since 5 Remark',
    );
  });

  it('keep their numbers when only some are named', () => {
    expect(numberedFields(AID, 'zh-CN', { only: AID.form.slice(2, 3) })).toBe('3患眼（左眼/右眼）');
  });
});
