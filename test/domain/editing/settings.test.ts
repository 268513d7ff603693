import * as z from 'zod';
import { changesInWords } from '../../../domain/editing/changes-in-words.js';
import { checkEdited, editTown, type TownChange } from '../../../domain/editing/edit-town.js';
import type { Entry } from '../../../domain/editing/entry.js';
import type { Field, NamedField } from '../../../domain/editing/field.js';
import { fieldsOf, fieldsOfObject } from '../../../domain/editing/fields.js';
import { locateIn, SECTIONS } from '../../../domain/editing/sections.js';
import type { WordsOf } from '../../../domain/editing/setting-words.js';
import { settingsEntry, settingsEntrySchema } from '../../../domain/editing/settings-entry.js';
import { settingWords } from '../../../domain/editing/settings-in-words.js';
import { boundsWords, valueWords } from '../../../domain/editing/value-words.js';
import type { Town, TownSettings } from '../../../domain/town/schema.js';
import { areasOf, areasWith } from '../../../web/admin/editing/settings-areas.js';
import { sampleTown } from '../../towns/sample-town.js';

// What nobody has words for does not compile.
// @ts-expect-error the words are missing
const UNNAMED: WordsOf<'undoWithin'> = {};
const STUCK = { stuckAfterMinutes: { label: { 'zh-CN': '卡住', en: 'Stuck' } } };
// @ts-expect-error a number says what it counts
const UNCOUNTED: WordsOf<'stuckAfterMinutes'> = STUCK;

/** The field at a place of the form, through groups, lists and variants. */
function fieldAt(path: string, fields = fieldsOf('settings')): NamedField | undefined {
  const inner = (field: Field): readonly NamedField[] => {
    if (field.kind === 'list') return inner(field.of);
    if (field.kind === 'variant') return field.variants.flatMap((variant) => variant.fields);
    return field.kind === 'group' ? field.fields : [];
  };
  return fields
    .flatMap((one) => (one.path === path ? [one] : [fieldAt(path, inner(one.field))]))
    .find((one) => one !== undefined);
}

const settings = (change: (entry: ReturnType<typeof settingsEntry>) => Entry): TownChange => ({
  section: 'settings',
  key: 'sanhehu',
  entry: change(settingsEntry(sampleTown().settings)),
});

function edited(change: TownChange): Town {
  const town = editTown(sampleTown(), [change]);
  if (!town.ok) throw new Error(JSON.stringify(town.unfit));
  return town.town;
}

const linesOf = (change: TownChange): string[] =>
  changesInWords(sampleTown(), edited(change)).flatMap(({ lines }) => lines.map(({ en }) => en));

describe('the form of the settings', () => {
  it.each<[string, Partial<NamedField>]>([
    ['settings.visits.perWeek', { field: { kind: 'number', least: 1, most: 16 } }],
    ['settings.limits.transfers', { field: { kind: 'number', least: 0 } }],
    ['settings.limits.reminders', { field: { kind: 'number', least: 0 }, standard: 2 }],
    ['settings.duplicates.withinMetres', { field: { kind: 'number', above: 0 } }],
    ['settings.undoWithin', { field: { kind: 'allowance' }, standard: { minutes: 10 } }],
    ['settings.retention.files.aid', { field: { kind: 'allowance' }, standard: { days: 10_950 } }],
    ['settings.sms.summaryAt', { field: { kind: 'time' }, standard: '17:00' }],
    ['settings.departments.dutyDesk', { field: { kind: 'reference', to: 'departments' } }],
    ['settings.rounds.daily-close.on', { field: { kind: 'choice', options: ['working-days'] } }],
    [
      'settings.ladder',
      {
        field: { kind: 'list', of: { kind: 'party', options: ['post-a', 'post-b', 'post-c', 'neighbour'] } },
      },
    ],
    ['settings.emergencyLadder', { isOptional: true }],
    ['settings.sms.carrier.inbound', { isOptional: true }],
  ])('has %s as its schema says', (path, said) => {
    expect(fieldAt(path)).toMatchObject(said);
  });

  it('holds all settings but the deadlines, which stand by themselves', () => {
    const { paths: _paths, ...others } = sampleTown().settings;
    const named = fieldsOf('settings').map(({ name }) => name);
    expect(Object.keys(others).filter((name) => !named.includes(name))).toEqual([]);
    expect(named).not.toContain('paths');
  });

  it('takes a new setting from its schema alone, and the page shows it', () => {
    const grown = settingsEntrySchema.extend({ umbrellas: z.number().int().min(2).max(9).default(4) });
    const fields = fieldsOfObject(grown, 'settings');
    const added = fields.at(-1);
    expect(added).toMatchObject({
      name: 'umbrellas',
      field: { kind: 'number', least: 2, most: 9 },
      standard: 4,
      isOptional: false,
    });
    expect(areasOf(fields).flatMap((area) => area.fields)).toContain(added);
  });

  it('says between what a number lies, and what it counts', () => {
    const said = (path: string) => {
      const { field } = fieldAt(path) ?? {};
      return field?.kind === 'number' ? boundsWords(path, field) : undefined;
    };
    expect(said('settings.visits.perWeek')).toEqual({ 'zh-CN': '1至16户', en: '1 to 16 households' });
    expect(said('settings.limits.transfers')).toEqual({ 'zh-CN': '不少于0次', en: 'at least 0 times' });
    expect(said('settings.duplicates.withinMetres')).toEqual({
      'zh-CN': '大于0米',
      en: 'more than 0 metres',
    });
  });

  it('is found by the words of a part, a setting, or what stands in it', () => {
    const areas = areasOf(fieldsOf('settings'));
    const found = (sought: string) =>
      areasWith(areas, sought, 'en').flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(found('undo')).toContain('undoWithin');
    expect(found('quiet hours')).toEqual(['sms']);
    expect(found('emergencies')).toContain('emergencyNumbers');
    expect(found('no such words')).toEqual([]);
    expect(found('')).toHaveLength(fieldsOf('settings').length);
  });
});

describe('a changed setting', () => {
  it('is said with what it counts, before and after', () => {
    expect(linesOf(settings((entry) => ({ ...entry, limits: { ...entry.limits, reminders: 1 } })))).toEqual([
      'Limits and reminders › Texts that remind one person of one thing: 2 times → 1 time',
    ]);
    expect(linesOf(settings((entry) => ({ ...entry, undoWithin: { minutes: 5 } })))).toEqual([
      'To undo an answer: 10 minutes → 5 minutes',
    ]);
  });

  it('names who is asked in turn as the town calls them', () => {
    const [line] = linesOf(
      settings((entry) => ({ ...entry, ladder: ['post-a', { department: 'duty-desk' }] })),
    );
    const desk = sampleTown().departments.find(({ id }) => id === 'duty-desk')?.name.en;
    expect(line).toMatch(/^Order of asking: Head \(A post\), Deputy \(B post\), /);
    expect(line?.endsWith(`→ Head (A post), ${desk}`)).toBe(true);
  });

  it('of the carrier says which it is to be, and all that it needs', () => {
    const carrier = {
      kind: 'http',
      url: 'https://carrier.example/send',
      format: 'json',
      names: { id: 'key', from: 'sender', to: 'receiver', body: 'words' },
      timeoutSeconds: 5,
      attempts: 2,
    };
    const [line] = linesOf(settings((entry) => ({ ...entry, sms: { ...entry.sms, carrier } })));
    expect(line).toMatch(/^Texts › Carrier: AWS \(SNS\) → A carrier’s HTTP interface: /);
    expect(line).toContain('It may take at most: 5 seconds');
  });

  it('leaves the deadlines of the paths as they are', () => {
    const town = edited(settings((entry) => ({ ...entry, confirmWithin: { days: 5 } })));
    expect(town.settings).toEqual({ ...sampleTown().settings, confirmWithin: { days: 5 } });
  });

  it.each<[string, (entry: ReturnType<typeof settingsEntry>) => Entry, readonly (string | number)[]]>([
    [
      'beyond its bounds',
      (entry) => ({ ...entry, visits: { ...entry.visits, perWeek: 17 } }),
      ['visits', 'perWeek'],
    ],
    ['left empty', ({ confirmWithin: _none, ...entry }) => entry, ['confirmWithin']],
    [
      'of days that is said in hours',
      (entry) => ({ ...entry, retention: { ...entry.retention, texts: { hours: 3 } } }),
      ['retention', 'texts'],
    ],
    [
      'of a holiday that is no day',
      (entry) => ({
        ...entry,
        holidays: {
          ...entry.holidays,
          own: [{ name: { 'zh-CN': '示例', en: 'Sample' }, rule: 'some day', madeGood: false }],
        },
      }),
      ['holidays', 'own', 0, 'rule'],
    ],
  ])('%s is refused beside its field', (_what, change, place) => {
    const read = editTown(sampleTown(), [settings(change)]);
    const unfit = read.ok ? [] : read.unfit;
    expect(unfit.flatMap(({ issues }) => issues.map((issue) => issue.path))).toEqual([place]);
  });

  it('that does not go with another is refused beside its field, too', () => {
    const town = edited(
      settings((entry) => ({ ...entry, sms: { ...entry.sms, quietHours: { from: '16:00', to: '07:00' } } })),
    );
    const places = checkEdited(town).map(({ path }) => locateIn(path, town));
    expect(places).toContainEqual({
      section: 'settings',
      key: 'sanhehu',
      field: ['sms', 'quietHours'],
    });
  });

  it('left empty where there is a default means the default', () => {
    const town = edited(settings(({ undoWithin: _none, ...entry }) => entry));
    expect(town.settings.undoWithin).toEqual({ minutes: 10 });
  });
});

describe('a calendar', () => {
  it.each<TownSettings['holidays']>(['CN', 'none', { calendar: 'CN', own: [], workingDays: ['2026-10-10'] }])(
    '%j is the same after it was edited',
    (holidays) => {
      const town = { ...sampleTown(), settings: { ...sampleTown().settings, holidays } };
      const { entriesOf, withEntries } = SECTIONS.settings;
      expect(withEntries(town, entriesOf(town)).settings.holidays).toEqual(holidays);
    },
  );
});

it('a default is said in words', () => {
  const { field, standard } = fieldAt('settings.undoWithin') ?? {};
  expect(field && valueWords('settings.undoWithin', field, standard, () => new Map()).en).toBe('10 minutes');
  expect(settingWords('settings.undoWithin')?.label.en).toBe('To undo an answer');
  expect([UNNAMED, UNCOUNTED]).toHaveLength(2);
});
