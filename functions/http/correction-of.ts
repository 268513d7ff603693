import type * as z from 'zod';
import { readRequestId } from '../../domain/codes/request-id.js';
import type { Correction } from '../../domain/request/correction.js';
import {
  type CorrectedField,
  type CorrectionProblem,
  WHY_NOT,
} from '../../domain/request/why-not-corrected.js';
import type { Language } from '../../domain/words/language.js';
import type { requestCorrectionBody } from '../../contracts/console/corrections.js';
import { type FieldError, Problem } from './problem.js';

type Body = z.output<typeof requestCorrectionBody>;

/** A correction as a page sends it: the place in its parts, the number of another request as people write it. */
export function correctionOf(
  { village, group, grid, joined, ...body }: Body,
  { by, at }: Pick<Correction, 'by' | 'at'>,
): Correction {
  const isPlaced = village !== undefined || group !== undefined || grid !== undefined;
  return {
    ...body,
    ...(isPlaced ? { place: { village, group, grid } } : {}),
    ...(joined === undefined
      ? {}
      : { joined: joined === 'none' ? joined : (readRequestId(joined) ?? joined) }),
    by,
    at,
  };
}

/** Says by field why it cannot be corrected so. */
export function refuseCorrection(
  problems: readonly CorrectionProblem[],
  body: Body,
  language: Language,
): void {
  if (problems.length === 0) return;
  if (problems.some(({ why }) => why === 'closing')) throw new Problem('request-over');
  throw new Problem(
    'invalid-body',
    problems.map(({ field, why }): FieldError => ({
      field: pointerOf(field, body),
      message: WHY_NOT[why][language],
    })),
  );
}

/** The path of a request changes with its category, which may be what was named. */
function pointerOf(field: CorrectedField, body: Body): string {
  if (field === 'place') return body.grid === undefined ? '/village' : '/grid';
  if (field === 'path' && body.path === undefined) return '/category';
  return field === '' ? '' : `/${field}`;
}
