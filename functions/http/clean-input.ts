import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Bilingual, Language } from '../../domain/words/language.js';
import { cleanValue, type Unfit } from '../../domain/words/clean-value.js';
import { cleanWords } from '../../domain/words/clean-words.js';
import { LONGEST_ID } from '../../domain/words/limits.js';
import { fieldErrors, pointer } from './field-errors.js';
import { type FieldError, Problem } from './problem.js';

/** As many as help whoever mends them. */
const MOST_TOLD = 20;

const UNFIT: Readonly<Record<Unfit['is'], (most: number) => Bilingual>> = {
  'too-long': (most) => ({
    'zh-CN': `太长，最多 ${most} 个字符`,
    en: `is too long; at most ${most} characters`,
  }),
  'too-deep': () => ({ 'zh-CN': '嵌套层数太多', en: 'holds lists within lists without end' }),
  'no-number': () => ({
    'zh-CN': '不是能登记的数字，请检查',
    en: 'is no number that can be recorded; please check it',
  }),
};

/** The fields of what was sent, clean and by the schema, or a problem that says which are wrong. */
export function fitSent<Schema extends z.ZodType>(
  sent: unknown,
  schema: Schema,
  { language, problem, longest }: { language: Language; problem: Wrong; longest?: number | undefined },
): z.output<Schema> {
  const { value, unfit } = cleanValue(sent, longest);
  if (unfit.length > 0)
    throw new Problem(
      problem,
      unfit.slice(0, MOST_TOLD).map((one) => errorOf(one, language)),
    );
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw new Problem(problem, fieldErrors(parsed.error.issues, language));
  return parsed.data;
}

type Wrong = 'invalid-body' | 'invalid-query';

const errorOf = ({ path, is, most = 0 }: Unfit, language: Language): FieldError => ({
  field: pointer(path),
  message: UNFIT[is](most)[language],
});

type Words = Readonly<Record<string, string | undefined>>;

/** The names in an address, clean. No id is as long as the parts left out here: such a name is found nowhere. */
export const cleanEvent = (event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 => ({
  ...event,
  ...(event.pathParameters === undefined ? {} : { pathParameters: cleaned(event.pathParameters) }),
  ...(event.queryStringParameters === undefined
    ? {}
    : { queryStringParameters: cleaned(event.queryStringParameters) }),
});

const cleaned = (words: Words): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, cleanWords(value)]],
    ),
  );

/** Whether a path names nothing that there could be. */
export const isNoPath = ({ pathParameters = {} }: APIGatewayProxyEventV2): boolean =>
  Object.values(pathParameters).some((value = '') => value.length > LONGEST_ID);
