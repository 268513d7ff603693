import type { Linear } from '../reading/linear.js';
import { unpackBytes } from '../reading/pack.js';
import { LEARNT } from './learnt-data.js';
import { learntOf } from './pack-learnt.js';

let unpacked: Linear | undefined;

/** What `npm run answers -- --learn` learnt; unpacked when the first text needs it. */
export function learntAnswers(): Linear {
  unpacked ??= learntOf(unpackBytes(LEARNT));
  return unpacked;
}
