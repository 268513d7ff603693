import type { AskOption } from '../../domain/asks/ask-kinds.js';
import type { StaffAskKind } from '../../contracts/staff/ask.js';

/** The names of the words beside an answer, for the label of their field. */
export const NOTE_NAMES = [
  'anything',
  'petition',
  'target',
  'departments',
  'extension',
  'refusal',
  'denial',
  'referral',
  'appointment',
  'outcome',
  'aid',
  'session',
  'finding',
  'reply',
] as const;
export type NoteName = (typeof NOTE_NAMES)[number];

/** The name of the words beside this answer. */
export function noteName(kind: StaffAskKind, option: AskOption): NoteName {
  switch (option) {
    case 'accept':
      return kind === 'taking-up' ? 'petition' : 'anything';
    case 'done':
      if (kind === 'approval' || kind === 'application') return 'anything';
      return kind === 'appointment' ? 'appointment' : 'outcome';
    case 'transfer':
    case 'place':
      return kind === 'complaint' ? 'anything' : 'target';
    case 'call':
      return 'departments';
    case 'extend':
      return 'extension';
    case 'refuse':
      return 'refusal';
    case 'deny':
      return 'denial';
    case 'refer':
      return 'referral';
    case 'aid':
      return 'aid';
    case 'session':
      return 'session';
    case 'problem':
    case 'failed':
    case 'unsatisfied':
      return 'finding';
    case 'replied':
      return 'reply';
    default:
      return 'anything';
  }
}

/** The possible next steps after an answer. */
export const NEXT_NAMES = [
  'noted',
  'yours',
  'moves',
  'called',
  'decided',
  'extended',
  'refused',
  'denied',
  'referred',
  'confirm',
  'stage',
  're-check',
  'goes-on',
  'documents',
  'joined',
  'new-request',
  'retried',
  'asked-first',
] as const;
export type NextName = (typeof NEXT_NAMES)[number];

const DONE: Readonly<Partial<Record<StaffAskKind, NextName>>> = {
  outcome: 'confirm',
  settlement: 'stage',
  application: 'stage',
  approval: 'stage',
  appointment: 'stage',
  report: 'stage',
  rectification: 're-check',
};

/** The next step after this answer. */
export function nextName(kind: StaffAskKind, option: AskOption): NextName {
  switch (option) {
    case 'accept':
      return 'yours';
    case 'transfer':
    case 'place':
      return kind === 'complaint' ? 'asked-first' : 'moves';
    case 'call':
      return 'called';
    case 'extend':
      return 'extended';
    case 'refuse':
      return kind === 'report' || kind === 'appointment' ? 'decided' : 'refused';
    case 'deny':
      return 'denied';
    case 'refer':
      return 'referred';
    case 'done':
      return DONE[kind] ?? 'noted';
    case 'aid':
    case 'session':
      return 'goes-on';
    case 'documents':
      return 'documents';
    case 'same':
      return 'joined';
    case 'problem':
      return 'new-request';
    case 'retry':
      return 'retried';
    default:
      return 'noted';
  }
}
