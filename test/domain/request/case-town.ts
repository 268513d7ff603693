import type { Rules } from '../../../domain/request/decision.js';
import { TEXT_KEYS } from '../../../domain/texts/text-keys.js';
import type { Bilingual } from '../../../domain/words/language.js';
import type { Category, Programme, Stage, Town, TownSettings } from '../../../domain/town/schema.js';
import { settings, town } from '../small-town.js';

const both = (text: string): Bilingual => ({ 'zh-CN': text, en: text });

const PATHS: TownSettings['paths'] = {
  'same-day': {
    acceptWithin: { workingHours: 2 },
    settleWithin: { endOfWorkingDay: { cutOff: '16:00' } },
    extendBy: { workingDays: 1 },
  },
  programme: {
    acceptWithin: { workingDays: 1 },
    settleWithin: { days: 90 },
    extendBy: { workingDays: 10 },
  },
  emergency: { acceptWithin: { minutes: 5 }, settleWithin: { hours: 4 }, extendBy: { hours: 2 } },
  petition: { acceptWithin: { days: 2 }, settleWithin: { days: 60 }, extendBy: { days: 30 } },
  coordinated: {
    acceptWithin: { workingDays: 1 },
    settleWithin: { workingDays: 5 },
    extendBy: { workingDays: 3 },
  },
};

const category = (id: string, path: Category['path'], more: Partial<Category> = {}): Category => ({
  id,
  name: both(id),
  path,
  public: more.joinable ?? false,
  joinable: false,
  keywords: [],
  ...more,
});

const CATEGORIES: Category[] = [
  category('other', 'same-day'),
  category('street-light', 'same-day', { joinable: true }),
  category('surgery', 'programme', { programme: 'surgery' }),
  category('gas-leak', 'emergency', { programme: 'gas', joinable: true }),
  category('road', 'coordinated', { department: 'water', joinable: true }),
  category('petition', 'petition', { department: 'water' }),
  category('dispute', 'petition', { department: 'water', mediation: true }),
];

const step = (
  id: string,
  by: Stage['steps'][number]['by'],
  asks: Stage['steps'][number]['asks'],
  extendable = false,
) => ({
  id,
  name: both(`step ${id}`),
  by,
  asks,
  within: { workingDays: 3 },
  ...(extendable ? { extendBy: { workingDays: 2 } } : {}),
});

const programme = (id: string, stages: Stage[], more: Partial<Programme> = {}): Programme => ({
  id,
  name: both(`programme ${id}`),
  form: [],
  eligibility: [],
  documents: [],
  stages,
  alternatives: both(`instead of ${id}`),
  followUpDays: [],
  ...more,
});

/** Four stages, the second with two steps side by side. */
export const SURGERY = programme(
  'surgery',
  [
    {
      id: 'application',
      name: both('Application'),
      steps: [step('apply', 'owner', 'application')],
      tell: [],
    },
    {
      id: 'approvals',
      name: both('Approvals'),
      steps: [
        { ...step('approve-water', { department: 'water' }, 'approval', true), final: true },
        { ...step('approve-gas', { department: 'gas' }, 'approval'), final: true },
      ],
      tell: [],
    },
    {
      id: 'appointment',
      name: both('Appointment'),
      steps: [step('book', { department: 'water' }, 'appointment')],
      tell: ['town-leader'],
    },
    {
      id: 'surgery',
      name: both('Surgery'),
      steps: [step('operate', { department: 'water' }, 'report')],
      tell: [],
    },
  ],
  { documents: [{ id: 'card', name: both('card') }], followUpDays: [7, 30] },
);

/** The head and the gas company side by side, then the gas company alone. */
export const GAS = programme('gas', [
  {
    id: 'alert',
    name: both('Alert'),
    steps: [
      { ...step('head-alert', 'grid-head', 'report'), within: { minutes: 5 } },
      { ...step('crew-alert', { department: 'gas' }, 'report'), within: { minutes: 5 } },
    ],
    tell: ['town-leader'],
  },
  { id: 'clear', name: both('Clear'), steps: [step('clear', { department: 'gas' }, 'report')], tell: [] },
]);

/** Every text names every placeholder it may, so that rendering one shows which value a rule forgot. */
const TEXTS: Town['texts'] = Object.fromEntries(
  Object.entries(TEXT_KEYS).map(([key, names]) => [
    key,
    both(`${key} ${names.map((name) => `${name}={${name}}`).join(' ')}`),
  ]),
);

/** The small town with the five paths, a programme of four stages, an emergency and every text. */
export function caseTown(changes: Partial<Town> = {}): Town {
  const limits = {
    transfers: 2,
    extensions: 1,
    reopenings: 2,
    reminders: 2,
    urgeAgainAfter: { minutes: 30 },
    remindEvery: { workingDays: 1 } as const,
  };
  const times = { placeWithin: { workingHours: 1 }, attentionWithin: { hours: 4 } } as const;
  return town({
    settings: settings({ paths: PATHS, limits, ...times }),
    categories: CATEGORIES,
    programmes: [SURGERY, GAS],
    texts: TEXTS,
    ...changes,
  });
}

/** The rules for a request of this category: the town, and the programme that the category runs. */
export function rulesFor(category: string, town: Town = caseTown()): Rules {
  const wanted = town.categories.find(({ id }) => id === category)?.programme;
  return { town, programme: town.programmes.find(({ id }) => id === wanted) };
}
