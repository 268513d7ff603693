import * as z from 'zod';
import { allowanceSchema } from '../../domain/town/allowance.js';
import { staffSchema } from '../../domain/town/schema.js';
import { explainIssue } from '../../towns/explain-issue.js';

const said = (schema: z.ZodType, value: unknown): string[] =>
  (schema.safeParse(value).error?.issues ?? [])
    .flatMap((issue) => explainIssue(issue, value))
    .flatMap(({ path, message }) => Object.values(message).map((text) => [...path, text].join(' ')));

describe('what is wrong with a value is said of the part that is wrong', () => {
  it.each<[string, z.ZodType, unknown, string[]]>([
    [
      'an amount that is missing',
      z.object({ by: allowanceSchema }),
      { by: { minutes: '' } },
      ['by minutes 不能为空', 'by minutes must not be empty'],
    ],
    [
      'an amount that is not whole',
      z.object({ by: allowanceSchema }),
      { by: { hours: 1.5 } },
      ['by hours 应为整数', 'by hours must be a whole number'],
    ],
    [
      'a time of day that is none',
      z.object({ by: allowanceSchema }),
      { by: { endOfWorkingDay: { cutOff: '25' } } },
      ['by endOfWorkingDay cutOff 时间格式应为 HH:MM，如 08:30', 'by endOfWorkingDay cutOff must be: HH:MM'],
    ],
    [
      'somebody who is to be chosen yet',
      z.object({ contacts: z.array(staffSchema.shape.id) }),
      { contacts: ['g01-a', ''] },
      ['contacts 1 不能为空', 'contacts 1 must not be empty'],
    ],
  ])('%s', (_what, schema, value, expected) => {
    expect(said(schema, value)).toEqual(expected);
  });
});
