import * as z from 'zod';
import { submissionFields } from '../../contracts/resident/request.js';
import { day } from '../../contracts/words.js';
import { fieldErrors } from '../../functions/http/field-errors.js';

const errorsOf = (schema: z.ZodType, value: unknown, language: 'zh-CN' | 'en') =>
  fieldErrors(schema.safeParse(value, { reportInput: true }).error?.issues ?? [], language);

describe('a field that is wrong', () => {
  it.each([
    ['en', 'must be given before a request can be stored'],
    ['zh-CN', '须同意后才能提交'],
  ] as const)('is told in the words that its schema names, in %s', (language, message) => {
    const { consent } = submissionFields.shape;
    expect(errorsOf(z.object({ consent }), { consent: false }, language)).toEqual([
      { field: '/consent', message },
    ]);
  });

  it.each([
    ['en', 'must lie between 2000 and 2099'],
    ['zh-CN', '只能是 2000 至 2099 年'],
  ] as const)('of a kind of its own is told so, in %s', (language, message) => {
    expect(errorsOf(z.object({ from: day }), { from: '1066-10-14' }, language)).toEqual([
      { field: '/from', message },
    ]);
  });

  it.each([
    [z.string(), undefined, 'is required; please fill it in', '必填项，请填写'],
    [z.string(), 7, 'must be text', '应为文字'],
    [z.int(), 1.5, 'must be a whole number', '应为整数'],
    [z.boolean(), 'so', 'must be yes or no', '应为“是”或“否”'],
    [z.number(), '两次', 'must be a number', '应为数字'],
    [z.array(z.string()), 'one', 'must be a list', '应为几项'],
    [z.number().min(2), 1, 'must be at least 2', '不能小于2'],
    [z.string().max(3), 'four', 'is too long; at most 3 characters', '太长，最多3个字符'],
    [z.number().max(3), 4, 'must be at most 3', '不能大于3'],
    [z.enum(['a', 'b']), 'c', 'must be one of: a, b', '只能是：a、b'],
    [z.iso.date(), 'soon', 'is not written as expected; please check it', '格式不对，请检查'],
  ])('%# is told by its kind otherwise', (schema, value, english, chinese) => {
    const both = (['en', 'zh-CN'] as const).map((language) =>
      errorsOf(z.object({ it: schema }), { it: value }, language),
    );
    expect(both).toEqual([[{ field: '/it', message: english }], [{ field: '/it', message: chinese }]]);
  });

  it('that nobody knows is named itself', () => {
    expect(errorsOf(z.strictObject({}), { extra: 1 }, 'en')).toEqual([
      { field: '/extra', message: 'is not a known field; please leave it out' },
    ]);
  });
});
