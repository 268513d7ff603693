import type { Role } from '../../../domain/access/permissions.js';
import { WORK } from './words.js';

const KINDS: readonly string[] = Object.keys(WORK.en.rounds.kinds);

/** Which rounds an address lists; without one an inspector sees their own, everybody else the daily closes. */
export function readKind(search: string, roles: readonly Role[]): string {
  const asked = new URLSearchParams(search).get('kind') ?? '';
  if (KINDS.includes(asked)) return asked;
  return roles.includes('inspector') ? 'monthly-inspection' : 'daily-close';
}
