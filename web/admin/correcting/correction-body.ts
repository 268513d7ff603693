import * as z from 'zod';
import { correctionBody } from '../../../contracts/console/reading.js';
import { requestCorrectionBody, type RequestCorrectionBody } from '../../../contracts/console/corrections.js';

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

const NUMBERS: ReadonlySet<string> = new Set(['group', 'grid']);

/** The body to send; undefined while nothing is corrected, or nobody has said why. */
export function correctionBodyOf({ reason, ...fields }: Corrected): RequestCorrectionBody | undefined {
  const filled = Object.entries(fields)
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => [name, NUMBERS.has(name) ? Number(value) : value.trim()]);
  if (filled.length === 0) return undefined;
  const parsed = requestCorrectionBody.safeParse({ ...Object.fromEntries(filled), reason });
  return parsed.success ? parsed.data : undefined;
}

/** How the words should have been read, where that is part of the correction. */
export function taughtOf({ category, danger, village }: Corrected): z.input<typeof correctionBody> {
  const named = Object.entries({ category, danger, village }).filter(([, value]) => value !== '');
  return correctionBody.parse(Object.fromEntries(named));
}
