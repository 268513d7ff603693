import { type Linear, packedLinearSchema, unpackLinear } from '../reading/linear.js';
import { unpack } from '../reading/pack.js';
import { LEARNT } from './learnt-data.js';

let unpacked: Linear | undefined;

/** What `npm run answers -- --learn` learnt; unpacked when the first text needs it. */
export function learntAnswers(): Linear {
  unpacked ??= unpackLinear(packedLinearSchema.parse(unpack(LEARNT)));
  return unpacked;
}
