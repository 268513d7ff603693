import { readLodged, readParties, readResult } from '../petition/read-petition-words.js';
import { type Answer, type Notice, type Rules, withEntry } from './decision.js';
import { tellResident } from './notices.js';
import type { RequestRecord } from './record.js';

/** Reads how a petition came in and how many are at odds from the words of whoever takes it up. */
export function withLodging(record: RequestRecord, { note = '' }: Answer): RequestRecord {
  if (!record.petition) return record;
  const lodged = readLodged(note) ?? record.petition.lodged;
  const parties = readParties(note) ?? record.petition.parties;
  return {
    ...record,
    petition: { ...record.petition, lodged, ...(parties === undefined ? {} : { parties }) },
  };
}

/** A petition is taken up once, when it first goes to whoever settles it; the resident is told until when. */
export function takeUp(
  record: RequestRecord,
  rules: Rules,
  at: number,
): { record: RequestRecord; notices: Notice[] } {
  if (!record.petition || record.petition.takenUpAt !== undefined) return { record, notices: [] };
  const due = record.dueAt === undefined ? {} : { due: record.dueAt };
  const taken = withEntry(
    { ...record, petition: { ...record.petition, takenUpAt: at } },
    { at, type: 'taken-up', ...due },
  );
  return { record: taken, notices: [tellResident(taken, rules, 'petition-taken-up')] };
}

/** The parties sat together. The first session makes mediation of what came in as a letter or a visit. */
export function holdSession(record: RequestRecord, answer: Answer): RequestRecord {
  if (!record.petition) return record;
  const { at, by, note = '' } = answer;
  const parties = readParties(note) ?? record.petition.parties;
  return withEntry(
    {
      ...record,
      petition: {
        ...record.petition,
        kind: 'mediation',
        sessions: [...record.petition.sessions, { at, by, result: readResult(note) }],
        ...(parties === undefined ? {} : { parties }),
      },
    },
    { at, type: 'session', by, note },
  );
}

/** The outcome of a petition. Where nobody recorded a session of a mediation that came to its end, this was it. */
export function settlePetition(record: RequestRecord, { at, by, note }: Answer): RequestRecord {
  const { petition } = record;
  if (!petition) return record;
  const last = petition.sessions.at(-1);
  const isAgreedNow = last ? last.result !== 'agreed' && readResult(note ?? '') === 'agreed' : true;
  const sessions =
    petition.kind === 'mediation' && isAgreedNow
      ? [...petition.sessions, { at, by, result: 'agreed' as const }]
      : petition.sessions;
  return {
    ...record,
    petition: { ...petition, sessions, settledAt: at, ...(note === undefined ? {} : { settlement: note }) },
  };
}
