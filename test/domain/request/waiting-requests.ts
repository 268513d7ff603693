import type { AskKind } from '../../../domain/asks/ask-names.js';
import type { Programme } from '../../../domain/town/schema.js';
import { aRequest, MONDAY_9_AM, nowhere } from './a-request.js';
import { caseTown, rulesFor, SURGERY } from './case-town.js';
import { Play } from './play.js';

export const begin = (category = 'street-light') => Play.begin(aRequest({ category }), rulesFor(category));

const PLACES: NonNullable<Programme['places']> = {
  stage: 'approvals',
  count: 1,
  per: 'year',
  need: [],
  tellAt: [],
  waitWithin: { days: 100 },
  reviewEvery: { days: 10 },
};

/** The programme has no place left, so that it waits for one. */
export function inLine(): Play {
  const programmes = caseTown().programmes.map((one) =>
    one.id === 'surgery' ? { ...SURGERY, places: PLACES } : one,
  );
  const play = Play.begin(aRequest({ category: 'surgery' }), rulesFor('surgery', caseTown({ programmes })));
  play.places.push(false);
  return play.answer('accept').answer('done');
}

const unsure = () => {
  const about = {
    category: 'other',
    unsure: { categories: ['road', 'street-light'] },
    channel: 'sms' as const,
  };
  return Play.begin(aRequest(about), rulesFor('other'));
};
export const missing = () => begin('surgery').answer('accept').answer('documents', '1');
const missingAgain = () => missing().answer('brought').answer('documents', '1');

/** All is approved, and the hospital is to name a day. */
export function booking(): Play {
  const play = begin('surgery').answer('accept').answer('done');
  for (const staff of ['w1', 'gas']) play.answer('done', undefined, play.open(staff));
  return play;
}
export const WEDNESDAY = { date: '2026-09-02', time: '08:30', words: 'fasting' } as const;

/** A complaint about staff. */
const sealed = () =>
  Play.begin(
    aRequest({ category: 'petition', path: 'petition', confidential: { about: [] } }),
    rulesFor('petition'),
  );

/** Every state in which a request waits: how it comes there, and who is asked then of what is corrected. */
export const WAITING: readonly (readonly [string, () => Play, Readonly<Record<string, string>>])[] = [
  [
    'clarify',
    unsure,
    { road: 'acceptance a1', gas: 'report a1 gas', place: 'clarify resident', owner: 'clarify resident' },
  ],
  [
    'placement',
    () => Play.begin(nowhere(), rulesFor('street-light')),
    { road: 'placement d1', gas: 'placement d1 + report gas', place: 'acceptance a2', owner: 'placement d1' },
  ],
  [
    'acceptance',
    () => begin(),
    { road: 'acceptance a1', gas: 'report a1 gas', place: 'acceptance a2', owner: 'acceptance a2' },
  ],
  [
    'outcome',
    () => begin().answer('accept'),
    { road: 'report w1', gas: 'report a1 gas', place: 'acceptance a2', owner: 'outcome a2' },
  ],
  [
    'taking-up',
    () => begin('petition'),
    { road: 'acceptance a1', gas: 'report a1 gas', place: 'taking-up a2', owner: 'taking-up a2' },
  ],
  [
    'settlement',
    () => begin('petition').answer('accept'),
    { road: 'report w1', gas: 'report a1 gas', place: 'settlement w1', owner: 'settlement w1' },
  ],
  [
    'application',
    () => begin('surgery').answer('accept'),
    { road: 'report w1', gas: 'report a1 gas', place: 'application a2', owner: 'application a2' },
  ],
  [
    'approval',
    () => begin('surgery').answer('accept').answer('done'),
    { road: 'report w1', gas: 'report a1 gas', place: 'approval w1 gas', owner: 'approval w1 gas' },
  ],
  [
    'documents',
    missing,
    { road: 'report w1', gas: 'report a1 gas', place: 'documents resident', owner: 'documents resident' },
  ],
  [
    'sign-off',
    missingAgain,
    { road: 'report w1', gas: 'report a1 gas', place: 'sign-off l1', owner: 'sign-off l1' },
  ],
  ['place', inLine, { road: 'report w1', gas: 'report a1 gas', place: 'place quota', owner: 'place quota' }],
  [
    'report',
    () => begin().answer('transfer', 'water'),
    { road: 'acceptance a1', gas: 'report a1 gas', place: 'report w1', owner: 'report w1' },
  ],
  [
    'confirmation',
    () => begin().answer('accept').answer('done'),
    {
      road: 'confirmation resident',
      gas: 'report a1 gas',
      place: 'confirmation resident',
      owner: 'confirmation resident',
    },
  ],
  [
    'appointment',
    booking,
    { road: 'report w1', gas: 'report a1 gas', place: 'appointment w1', owner: 'appointment w1' },
  ],
  [
    'report with an appointment ahead',
    () => booking().agree(WEDNESDAY),
    { road: 'report w1', gas: 'report a1 gas', place: 'report w1', owner: 'report w1' },
  ],
  [
    'report of an emergency under way',
    () => begin('gas-leak'),
    { road: 'report w1', gas: 'same', place: 'report gas a2', owner: 'report a1 gas' },
  ],
  [
    'returned',
    () => begin().answer('transfer', 'water').answer('refuse', 'not ours'),
    { road: 'acceptance a1', gas: 'report a1 gas', place: 'returned a2', owner: 'returned a2' },
  ],
  ['complaint', sealed, { road: 'not sealed', gas: 'not sealed', place: 'not sealed', owner: 'not sealed' }],
  [
    'consent',
    () => sealed().answer('transfer'),
    { road: 'not sealed', gas: 'not sealed', place: 'not sealed', owner: 'not sealed' },
  ],
  [
    'joined',
    () => Play.begin(aRequest(), rulesFor('street-light'), { duplicateOf: '2ABCDEFG' }).answer('same'),
    { road: 'joined request', gas: 'report a1 gas', place: 'joined request', owner: 'joined request' },
  ],
  [
    'attention',
    () => begin().act({ action: 'attention', at: MONDAY_9_AM }),
    { road: 'acceptance a1', gas: 'report a1 gas', place: 'acceptance a2', owner: 'acceptance a2' },
  ],
];

/** The states of the machines in which a person is waited for, and what is asked in each. */
export const WAITS: Readonly<Record<string, readonly AskKind[]>> = {
  'Intake: ask the sender back': ['clarify', 'consent'],
  'Assign: ask the duty desk to place it': ['placement'],
  'Assign: ask the grid team to take it': ['acceptance', 'taking-up', 'complaint'],
  'Coordinate: handle it in the grid': ['outcome'],
  'Close: ask the resident': ['confirmation'],
  'Coordinate: wait for the first report': ['joined'],
  'Attention: wait for the duty desk': ['attention'],
  'Place: wait for one': ['place'],
  'Step: ask who does it': ['application', 'approval', 'appointment', 'report', 'returned', 'settlement'],
  "Step: wait for the resident's documents": ['documents'],
  'Step: ask a leader to sign off': ['sign-off'],
};
