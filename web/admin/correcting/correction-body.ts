import * as z from 'zod';
import { correctionBody } from '../../../contracts/console/reading.js';
import { requestCorrectionBody, type RequestCorrectionBody } from '../../../contracts/console/corrections.js';
import { CORRECTING } from './words.js';

export const CORRECTED_NAMES = [
  'category',
  'danger',
  'path',
  'village',
  'group',
  'grid',
  'owner',
  'handler',
  'department',
  'outcome',
  'joined',
] as const;

/** The corrections as they are typed and chosen; an empty one leaves its field as it is. */
export type Corrected = Readonly<Record<(typeof CORRECTED_NAMES)[number] | 'reason', string>>;

export const NOTHING: Corrected = {
  category: '',
  danger: '',
  path: '',
  village: '',
  group: '',
  grid: '',
  owner: '',
  handler: '',
  department: '',
  outcome: '',
  joined: '',
  reason: '',
};

/** The word by which a form asks for it, in whichever language. */
const APART: ReadonlySet<string> = new Set(Object.values(CORRECTING).map(({ apart }) => apart));

const NUMBERS: ReadonlySet<string> = new Set(['group', 'grid']);

function valueOf(name: string, typed: string): string | number {
  if (NUMBERS.has(name)) return Number(typed);
  const value = typed.trim();
  return name === 'joined' && APART.has(value) ? 'none' : value;
}

/** The body to send; undefined while nothing is corrected, or nobody has said why. */
export function correctionBodyOf({ reason, ...fields }: Corrected): RequestCorrectionBody | undefined {
  const filled = Object.entries(fields)
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => [name, valueOf(name, value)]);
  if (filled.length === 0) return undefined;
  const parsed = requestCorrectionBody.safeParse({ ...Object.fromEntries(filled), reason });
  return parsed.success ? parsed.data : undefined;
}

/** How the words should have been read, where that is part of the correction. */
export function taughtOf({ category, danger, village }: Corrected): z.input<typeof correctionBody> {
  const named = Object.entries({ category, danger, village }).filter(([, value]) => value !== '');
  return correctionBody.parse(Object.fromEntries(named));
}
