import { CALLERS, TEXT_SHARES } from '../../domain/town/caller-schema.js';
import { RETENTION } from '../../domain/town/retention-schema.js';
import type { Allowance } from '../../domain/town/allowance.js';
import type { Bilingual } from '../../domain/words/language.js';
import { INSPECTION_METHODS } from '../../domain/town/field-schemas.js';
import type {
  Department,
  Grid,
  Inspections,
  Staff,
  Town,
  TownSettings,
  Village,
} from '../../domain/town/schema.js';

const both = (text: string): Bilingual => ({ 'zh-CN': text, en: text });
const DAY: Allowance = { days: 1 };
const PATH = { acceptWithin: DAY, settleWithin: DAY, extendBy: DAY };

/** Settings of an invented town; working hours 8:30-12:00 and 13:30-17:30. */
export function settings(changes: Partial<TownSettings> = {}): TownSettings {
  return {
    id: 'small-town',
    name: both('Small Town'),
    sample: true,
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    holidays: 'CN',
    workingHours: [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ],
    defaultLanguage: 'zh-CN',
    sms: {
      number: '+8619900000000',
      signature: { 'zh-CN': '【小镇】', en: '【Small Town】' },
      links: false,
      countryCodes: ['86'],
      carrier: { kind: 'sns' },
      quietHours: { from: '22:00', to: '07:00' },
      summaryAt: '17:00',
      caps: {
        everyday: { resident: 30, staff: 200, town: 1000 },
        emergencies: { resident: 20, staff: 100, town: 200 },
        shares: TEXT_SHARES,
      },
      serviceNumbers: [],
    },
    paths: { 'same-day': PATH, programme: PATH, emergency: PATH, petition: PATH, coordinated: PATH },
    ladder: ['post-a', 'post-b', 'post-c', { department: 'duty-desk' }, { department: 'town-leader' }],
    departments: {
      dutyDesk: 'duty-desk',
      dutyLeader: 'town-leader',
      townLeader: 'town-leader',
      inspectionTeam: 'town-leader',
    },
    limits: {
      transfers: 2,
      extensions: 1,
      reopenings: 1,
      reminders: 2,
      remindEvery: { workingDays: 1 },
      urgeAgainAfter: { minutes: 30 },
    },
    callers: CALLERS,
    rounds: {
      'daily-close': { on: 'working-days', at: '17:30' },
      'deadline-cards': { on: 'working-days', at: '08:30' },
      'visit-round': { on: 'monday', at: '08:00' },
      'weekly-inspection': { on: 'monday', at: '08:30' },
      'monthly-inspection': { on: 'last-friday', at: '09:00' },
    },
    petition: { takeUpWithin: { days: 15 }, sessions: 8 },
    reading: { askWithin: { minutes: 20 }, questions: 2, conversation: { minutes: 30 } },
    aid: { yuan: 20_000, times: 8 },
    tasks: {
      'follow-up': { workingDays: 2 },
      check: { workingDays: 2 },
      call: { workingDays: 3 },
      rectification: { workingDays: 5 },
      extendBy: { workingDays: 3 },
      're-check': { workingDays: 2 },
      supervision: { workingDays: 1 },
      review: { workingDays: 2 },
      cause: { workingDays: 5 },
    },
    causes: { closures: 3, withinDays: 90, quietDays: 30 },
    cards: { yellow: { workingDaysBefore: 1 }, red: { overdueDay: 1 } },
    receptions: { mostPeople: 20 },
    visits: {
      since: '2026-08-24',
      perWeek: 3,
      mostPeople: 8,
      classes: [
        { id: 'key', name: both('key'), everyDays: 14 },
        { id: 'ordinary', name: both('ordinary'), everyDays: 180 },
      ],
    },
    documents: {
      bringWithin: { workingDays: 10 },
      remindEvery: { workingDays: 4 },
      signOffWithin: { workingHours: 4 },
    },
    appointments: { remindAt: '16:00', daysAhead: 366 },
    undoWithin: { minutes: 10 },
    confirmWithin: { days: 3 },
    objectWithin: { days: 30 },
    newsEvery: { days: 7 },
    askNewsEvery: { days: 1 },
    retention: RETENTION,
    placeWithin: DAY,
    attentionWithin: DAY,
    coordinationWithin: { days: 60 },
    alternatives: both('Ask at the service hall.'),
    joinedCheckEvery: DAY,
    duplicates: { withinHours: 24, withinMetres: 300 },
    statistics: { lookBackDays: 400 },
    map: { pointsForResidents: false },
    stuckAfterMinutes: 10,
    emergencyNumbers: ['110', '120'],
    open311: { apiKeyHashes: [] },
    ...changes,
  };
}

/** All six methods, each with two points; no office is checked. */
export function inspections(changes: Partial<Inspections> = {}): Inspections {
  return {
    methods: INSPECTION_METHODS.map((id) => ({
      id,
      name: both(id),
      form: [
        { id: 'ledger', label: both('ledger') },
        { id: 'board', label: both('board') },
      ],
    })),
    offices: [],
    gridsEachWeek: 1,
    sample: { atLeast: 100, noAnswerWeight: 2 },
    callsAtOnce: 5,
    within: { days: 120 },
    effort: { minutesPerText: 0.5, minutesPerAsk: 3 },
    ...changes,
  };
}

/** A square of 0.01 degrees whose south-west corner is `column`, `row` squares from 118 E, 37 N. */
export function grid(number: number, village: string, column: number, row: number): Grid {
  const [west, south] = [118 + column / 100, 37 + row / 100];
  const [east, north] = [118 + (column + 1) / 100, 37 + (row + 1) / 100];
  return {
    number,
    name: both(`Grid ${number}`),
    village,
    polygon: [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
    posts: { a: `a${number}`, b: `b${number}`, c: `c${number}` },
  };
}

const department = (id: string, contacts: string[], kind: Department['kind'] = 'desk'): Department => ({
  id,
  name: both(id),
  kind,
  contacts,
  keywords: [id],
});

const village = (id: string, name: Bilingual, grids: number[]): Village => ({
  id,
  name,
  groups: grids.map((grid, i) => ({ number: i + 1, grid })),
});

const person = (id: string, n: number): Staff => ({
  id,
  name: `Sample ${id}`,
  phone: `+86199000001${String(n).padStart(2, '0')}`,
  duty: 'town-cadre',
  language: 'zh-CN',
});

const PEOPLE = ['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'b3', 'c3', 'd1', 'd2', 'l1', 'w1', 'w2', 'gas'];

/** Two villages, three grids (1 and 2 side by side, 3 north of 1), a duty desk of two, a leader, two departments. */
export function town(changes: Partial<Town> = {}): Town {
  return {
    settings: settings(),
    villages: [
      village('east-village', { 'zh-CN': '东村', en: 'East Village' }, [1, 1, 2]),
      village('north-village', { 'zh-CN': '北村', en: 'North Village' }, [3]),
    ],
    grids: [grid(1, 'east-village', 0, 0), grid(2, 'east-village', 1, 0), grid(3, 'north-village', 0, 1)],
    households: [],
    staff: PEOPLE.map(person),
    leave: [],
    former: [],
    departments: [
      department('duty-desk', ['d1', 'd2']),
      department('town-leader', ['l1']),
      department('water', ['w1', 'w2'], 'provider'),
      department('gas', ['gas'], 'provider'),
    ],
    supervisors: [],
    inspections: inspections(),
    map: [
      {
        kind: 'river',
        name: both('the brook'),
        points: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
    places: [],
    reception: [],
    categories: [],
    dutyList: [],
    dangers: [],
    examples: '',
    model: '',
    programmes: [],
    texts: {},
    ...changes,
  };
}
