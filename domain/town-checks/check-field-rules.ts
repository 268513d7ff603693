import type { FieldRule } from '../town/programme-places.js';
import type { FormField, Programme } from '../town/schema.js';
import { type TownPath, type TownProblem, problemAt } from '../town/town-problem.js';

type Test = 'atLeast' | 'atMost' | 'oneOf' | 'is';

/** Which kind of field a test can be asked of. */
const FITS: Readonly<Record<Test, FormField['type']>> = {
  atLeast: 'number',
  atMost: 'number',
  oneOf: 'choice',
  is: 'yes-no',
};

/** Every rule of eligibility, and of need, asks something, of a field of the form, that such a field can answer. */
export const checkFieldRules = (programme: Programme, path: TownPath): TownProblem[] => [
  ...programme.eligibility.flatMap((rule, index) =>
    checkRule(rule, programme, [...path, 'eligibility', index]),
  ),
  ...(programme.places?.need ?? []).flatMap((rule, index) =>
    checkRule(rule, programme, [...path, 'places', 'need', index]),
  ),
];

function checkRule(rule: FieldRule, programme: Programme, path: TownPath): TownProblem[] {
  const field = programme.form.find((candidate) => candidate.id === rule.field);
  if (!field) {
    return [
      problemAt([...path, 'field'], {
        'zh-CN': `表单中没有字段“${rule.field}”，请填写表单中的字段`,
        en: `the form has no field "${rule.field}"; name one of its fields`,
      }),
    ];
  }
  const tests = (['atLeast', 'atMost', 'oneOf', 'is'] as const).filter((test) => rule[test] !== undefined);
  if (tests.length === 0) {
    return [
      problemAt(path, {
        'zh-CN': '没有条件，请填写 atLeast、atMost、oneOf 或 is',
        en: 'asks nothing; add atLeast, atMost, oneOf or is',
      }),
    ];
  }
  return [...tests.flatMap((test) => checkFit(test, field, path)), ...checkOneOf(rule, field, path)];
}

const checkFit = (test: Test, field: FormField, path: TownPath): TownProblem[] =>
  field.type === FITS[test]
    ? []
    : [
        problemAt([...path, test], {
          'zh-CN': `需要 ${FITS[test]} 类型的字段，而“${field.id}”是 ${field.type}`,
          en: `needs a ${FITS[test]} field, but "${field.id}" is ${field.type}`,
        }),
      ];

function checkOneOf(rule: FieldRule, field: FormField, path: TownPath): TownProblem[] {
  if (field.type !== 'choice') return [];
  const values = new Set(field.choices?.map((choice) => choice.value));
  return (rule.oneOf ?? []).flatMap((value, at) =>
    values.has(value)
      ? []
      : [
          problemAt([...path, 'oneOf', at], {
            'zh-CN': `“${value}”不是“${field.id}”的选项`,
            en: `"${value}" is no choice of "${field.id}"`,
          }),
        ],
  );
}
