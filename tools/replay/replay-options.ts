import { parseArgs } from 'node:util';
import * as z from 'zod';
import { addDays } from '../../domain/calendar/plain-dates.js';
import { languageIn, languageOf } from '../language.js';
import { REPLAY_WORDS, type ReplayWords } from './replay-words.js';

/** Where the cases are read from. */
export type CaseSource =
  | { readonly from: 'data'; readonly folder: string }
  | { readonly from: 'endpoint'; readonly url: string }
  | { readonly from: 'stage'; readonly name: string }
  | { readonly from: 'month'; readonly seed: number; readonly requests: number };

export interface ReplayCall {
  readonly source: CaseSource;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  readonly sets: readonly string[];
  readonly town: string | undefined;
  readonly json: boolean;
  readonly svg: string | undefined;
  readonly words: ReplayWords;
}

/** What the command line asks for: a replay, the help, or nothing that can be done. */
export type ReadCall =
  | { readonly kind: 'replay'; readonly call: ReplayCall }
  | { readonly kind: 'help'; readonly words: ReplayWords }
  | { readonly kind: 'wrong'; readonly words: ReplayWords; readonly what: string };

const count = z.coerce.number().int().nonnegative();
const optionsSchema = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  set: z.array(z.string()).default([]),
  town: z.string().optional(),
  data: z.string().default('.local'),
  endpoint: z.url().optional(),
  stage: z.string().optional(),
  month: count.optional(),
  requests: count.max(100_000).default(300),
  json: z.boolean().default(false),
  svg: z.string().optional(),
});
type Options = z.output<typeof optionsSchema>;

/** The month that `npm run month` lives when nobody says which. */
const MONTH_FROM = '2026-08-01';
const MONTH_DAYS = 31;

function sourceOf({ month, requests, stage, endpoint, data }: Options): CaseSource {
  if (month !== undefined) return { from: 'month', seed: month, requests };
  if (stage !== undefined) return { from: 'stage', name: stage };
  return endpoint === undefined ? { from: 'data', folder: data } : { from: 'endpoint', url: endpoint };
}

function callOf(options: Options, words: ReplayWords): ReadCall {
  const source = sourceOf(options);
  const isMonth = source.from === 'month';
  const from = options.from ?? (isMonth ? MONTH_FROM : undefined);
  const to = options.to ?? (isMonth && from !== undefined ? addDays(from, MONTH_DAYS - 1) : undefined);
  if (from === undefined || to === undefined) return { kind: 'wrong', words, what: words.needsPeriod };
  if (to < from) return { kind: 'wrong', words, what: words.backwards };
  const { set: sets, town, json, svg } = options;
  return { kind: 'replay', call: { source, from, to, sets, town, json, svg, words } };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  return parseArgs({
    args: [...args],
    options: {
      from: text,
      to: text,
      set: { type: 'string', multiple: true },
      town: text,
      data: text,
      endpoint: text,
      stage: text,
      month: text,
      requests: text,
      json: flag,
      svg: text,
      lang: text,
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

/** Reads the command line. */
export function readReplayCall(args: readonly string[]): ReadCall {
  try {
    const { lang, help, ...values } = parsed(args);
    const words = REPLAY_WORDS[languageOf(lang)];
    if (help) return { kind: 'help', words };
    const options = optionsSchema.safeParse(values);
    if (options.success) return callOf(options.data, words);
    const [issue] = options.error.issues;
    return { kind: 'wrong', words, what: `--${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
  } catch (error) {
    const refused = refusedArgument(error);
    if (refused === undefined) throw error;
    return { kind: 'wrong', words: REPLAY_WORDS[languageIn(args)], what: refused };
  }
}

/** What parseArgs says of an argument that it does not take; undefined for any other error. */
function refusedArgument(error: unknown): string | undefined {
  const known = z
    .object({ code: z.string().startsWith('ERR_PARSE_ARGS'), message: z.string() })
    .safeParse(error);
  return known.data?.message;
}
