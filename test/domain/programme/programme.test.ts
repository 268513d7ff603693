import { documentNames, documentsText, documentsTooLong } from '../../../domain/programme/documents.js';
import { unmetRules } from '../../../domain/programme/eligibility.js';
import { validateForm } from '../../../domain/programme/form.js';
import { type Programme, programmeSchema } from '../../../domain/town/schema.js';
import type { Language } from '../../../domain/words/language.js';

/** Eligible, or the reasons why not. */
function checkEligibility(programme: Programme, form: Readonly<Record<string, unknown>>, language: Language) {
  const reasons = unmetRules(programme, form).map(({ otherwise }) => otherwise[language]);
  return reasons.length === 0 ? { eligible: true } : { eligible: false, reasons };
}

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });

const CATARACT = programmeSchema.parse({
  id: 'cataract',
  name: both('白内障', 'Cataract'),
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
    {
      id: 'eye',
      label: both('哪只眼', 'Which eye'),
      type: 'choice',
      required: true,
      choices: ['left', 'right'].map((value) => ({ value, label: both(value, value) })),
      personal: true,
    },
    { id: 'insured', label: both('医保', 'Insured'), type: 'yes-no', required: false, personal: true },
    { id: 'seen', label: both('检查日期', 'Seen on'), type: 'date', required: false, personal: true },
    { id: 'remark', label: both('备注', 'Remark'), type: 'text', required: false, max: 10, personal: true },
  ],
  eligibility: [
    { field: 'age', atLeast: 50, otherwise: both('未满50岁', 'under 50') },
    { field: 'age', atMost: 90, otherwise: both('超过90岁', 'over 90') },
    { field: 'insured', is: true, otherwise: both('没有医保', 'not insured') },
    { field: 'eye', oneOf: ['left', 'right'], otherwise: both('未说明哪只眼', 'no eye named') },
  ],
  documents: [
    { id: 'id-card', name: both('身份证', 'ID card') },
    { id: 'insurance', name: both('医保卡', 'insurance card') },
    { id: 'photo', name: both('照片', 'photo') },
  ],
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
  followUpDays: [7],
});

describe('eligibility', () => {
  const whole = { age: 70, insured: true, eye: 'left' };

  it('whoever meets every rule is eligible, limits included', () => {
    for (const age of [50, 70, 90]) {
      expect(checkEligibility(CATARACT, { ...whole, age }, 'en')).toEqual({ eligible: true });
    }
  });

  it('all reasons are told at once, in the person’s language', () => {
    const form = { age: 49, insured: false, eye: 'left' };
    expect(checkEligibility(CATARACT, form, 'en')).toEqual({
      eligible: false,
      reasons: ['under 50', 'not insured'],
    });
    expect(checkEligibility(CATARACT, form, 'zh-CN')).toEqual({
      eligible: false,
      reasons: ['未满50岁', '没有医保'],
    });
    expect(checkEligibility(CATARACT, { ...whole, age: 91 }, 'en')).toEqual({
      eligible: false,
      reasons: ['over 90'],
    });
    expect(checkEligibility(CATARACT, { ...whole, eye: 'both' }, 'en')).toMatchObject({
      reasons: ['no eye named'],
    });
  });

  it('what was not filled in meets no rule', () => {
    expect(checkEligibility(CATARACT, {}, 'en')).toEqual({
      eligible: false,
      reasons: ['under 50', 'over 90', 'not insured', 'no eye named'],
    });
  });

  it('a value of another kind meets no rule', () => {
    expect(checkEligibility(CATARACT, { ...whole, age: '70' }, 'en')).toMatchObject({ eligible: false });
    expect(checkEligibility(CATARACT, { ...whole, insured: 'yes' }, 'en')).toMatchObject({ eligible: false });
  });

  it('a programme without rules takes everybody', () => {
    expect(checkEligibility({ ...CATARACT, eligibility: [] }, {}, 'en')).toEqual({ eligible: true });
  });
});

describe('the form of a programme', () => {
  const form = validateForm(CATARACT);
  const whole = { age: 70, eye: 'left', insured: true, seen: '2026-11-20', remark: 'ok' };

  it('takes what the programme asks for', () => {
    expect(form.parse(whole)).toEqual(whole);
    expect(form.parse({ age: 70, eye: 'right' })).toEqual({ age: 70, eye: 'right' });
  });

  test.each([
    ['a required field left out', { eye: 'left' }, ['age']],
    ['a number below its limit', { ...whole, age: -1 }, ['age']],
    ['a number above its limit', { ...whole, age: 131 }, ['age']],
    ['a number in words', { ...whole, age: '70' }, ['age']],
    ['a choice nobody offered', { ...whole, eye: 'both' }, ['eye']],
    ['a day that does not exist', { ...whole, seen: '2026-02-30' }, ['seen']],
    ['a text that is too long', { ...whole, remark: '12345678901' }, ['remark']],
    ['a text of spaces', { ...whole, remark: '  ' }, ['remark']],
    ['a field the programme does not have', { ...whole, income: 1 }, []],
  ])('refuses %s and says where', (_, input, path) => {
    const result = form.safeParse(input);
    expect(result.error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it('a choice that offers nothing is an error of the town’s data', () => {
    const [, eye] = CATARACT.form;
    const broken = { ...CATARACT, form: eye ? [{ ...eye, choices: [] }] : [] };
    expect(() => validateForm(broken)).toThrow(expect.objectContaining({ code: 'FormFieldWithoutChoices' }));
  });
});

describe('the one-time notification', () => {
  it('lists every document in one message', () => {
    expect(documentsText(CATARACT, 'zh-CN')).toBe('身份证、医保卡、照片');
    expect(documentsText(CATARACT, 'en')).toBe('ID card, insurance card, photo');
  });

  it('can list only what is still missing', () => {
    expect(documentNames(CATARACT, [3, 1, 9], 'en')).toBe('ID card, photo');
  });

  it('a list that a text message would cut short is found before it is used', () => {
    expect(documentsTooLong(CATARACT)).toEqual([]);
    const long = { id: 'long', name: both('户口本', 'household register of the whole family') };
    expect(documentsTooLong({ ...CATARACT, documents: [...CATARACT.documents, long] })).toEqual(['en']);
  });
});
