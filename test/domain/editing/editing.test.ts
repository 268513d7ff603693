import { changesInWords, townNames } from '../../../domain/editing/changes-in-words.js';
import { editTown, type TownChange } from '../../../domain/editing/edit-town.js';
import type { Entry } from '../../../domain/editing/entry.js';
import type { Field, NamedField } from '../../../domain/editing/field.js';
import { fieldsOf } from '../../../domain/editing/fields.js';
import { choiceWords, fieldWords } from '../../../domain/editing/field-words.js';
import { mergeEntry } from '../../../domain/editing/merge-entry.js';
import { otherChanges } from '../../../domain/editing/other-changes.js';
import { PROGRAMME_TEMPLATES } from '../../../domain/editing/programme-templates.js';
import { valueWords } from '../../../domain/editing/value-words.js';
import { entryTitle } from '../../../domain/editing/entry-title.js';
import { SECTION_IDS, type SectionId } from '../../../domain/editing/section-ids.js';
import { keyOf } from '../../../domain/editing/section-keys.js';
import { locateIn, SECTIONS } from '../../../domain/editing/sections.js';
import { packExamples } from '../../../domain/reading/examples-of.js';
import { DANGERS } from '../../../domain/town/dangers.js';
import { TEXT_NAMES } from '../../../domain/texts/text-names.js';
import type { Town } from '../../../domain/town/schema.js';
import { sampleTown } from '../../towns/sample-town.js';

/** Every field of every form, those of its lists and groups too. */
function allFields(fields: readonly NamedField[]): NamedField[] {
  const within = (field: Field): NamedField[] => {
    if (field.kind === 'list') return within(field.of);
    if (field.kind === 'variant') return field.variants.flatMap(({ fields: asked }) => allFields(asked));
    return field.kind === 'group' ? allFields(field.fields) : [];
  };
  return fields.flatMap((one) => [one, ...within(one.field)]);
}

const optionsOf = ({ field }: NamedField): readonly string[] => {
  const inner = field.kind === 'list' ? field.of : field;
  return inner.kind === 'choice' ? inner.options : [];
};

/** Its examples are thousands, and no section but theirs has to do with them. */
const without = (town: Town): Town => ({ ...town, examples: '' });

const entryOf = (section: SectionId, key: string): Entry =>
  SECTIONS[section].entriesOf(sampleTown()).find((entry) => keyOf(section, entry) === key) ?? {};

const changed = (...changes: TownChange[]): Town => {
  const edited = editTown(sampleTown(), changes);
  if (!edited.ok) throw new Error(JSON.stringify(edited.unfit));
  return edited.town;
};

describe('a section of the town', () => {
  it.each(SECTION_IDS)('%s has words in both languages for each of its fields and choices', (section) => {
    const fields = allFields(fieldsOf(section));
    expect(fields.filter(({ path }) => fieldWords(path) === undefined).map(({ path }) => path)).toEqual([]);
    const unnamed = fields.flatMap((one) =>
      optionsOf(one).filter(
        (option) => !choiceWords(one.path, option) && !DANGERS.some((danger) => danger === option),
      ),
    );
    expect(unnamed).toEqual([]);
  });

  it.each(SECTION_IDS.filter((section) => section !== 'examples'))(
    '%s written back as it was read is the same town',
    (section) => {
      const town = sampleTown();
      const { entriesOf, withEntries, schema } = SECTIONS[section];
      const entries = entriesOf(town).map((entry) => schema.parse(entry));
      expect(without(withEntries(town, entries))).toEqual(without(town));
    },
  );

  it.each(SECTION_IDS.filter((section) => section !== 'examples'))(
    'the entries of %s are called by words in both languages, not by the codes they are kept under',
    (section) => {
      const titles = SECTIONS[section].entriesOf(sampleTown()).map((entry) => ({
        key: keyOf(section, entry),
        title: entryTitle(section, entry, townNames(sampleTown())),
      }));
      expect(titles.length).toBeGreaterThan(0);
      const isCode = ({ key, title }: (typeof titles)[number]): boolean =>
        Object.values(title).includes(key) || title['zh-CN'] === '' || /[a-z]{3}/.test(title['zh-CN']);
      expect(titles.filter(isCode)).toEqual([]);
    },
  );

  it.each(['zh-CN', 'en'] as const)('no two texts are called alike in %s', (language) => {
    const called = Object.values(TEXT_NAMES).map((name) => name[language]);
    expect(called.filter((name, at) => called.indexOf(name) !== at)).toEqual([]);
  });

  it.each([
    [['grids', 51, 'posts', 'a'], { section: 'posts', key: '52', field: ['a'] }],
    [['grids', 51, 'name', 'en'], { section: 'grids', key: '52', field: ['name', 'en'] }],
    [
      ['settings', 'paths', 'same-day', 'acceptWithin'],
      { section: 'deadlines', key: 'same-day', field: ['acceptWithin'] },
    ],
    [['settings', 'tasks', 'check'], { section: 'settings', key: 'sanhehu', field: ['tasks', 'check'] }],
    [['households', 0], undefined],
  ])('finds where %j is edited', (path, found) => {
    expect(locateIn(path, sampleTown())).toEqual(found);
  });
});

describe('a change in words', () => {
  it('says of a deadline what it was and what it is to be', () => {
    const deadline = entryOf('deadlines', 'coordinated');
    const town = changed({
      section: 'deadlines',
      key: 'coordinated',
      entry: { ...deadline, settleWithin: { workingDays: 3 } },
    });
    expect(changesInWords(sampleTown(), town)).toEqual([
      {
        section: 'deadlines',
        key: 'coordinated',
        how: 'changed',
        title: { 'zh-CN': '部门协办', en: 'Coordinated' },
        lines: [
          {
            'zh-CN': '办结期限：5个工作日 → 3个工作日',
            en: 'To settle within: 5 working days → 3 working days',
          },
        ],
      },
    ]);
  });

  it('leads through the stages of a programme to the step that is changed', () => {
    const programme = sampleTown().programmes.find(({ id }) => id === 'cataract-surgery');
    const [stage, ...stages] = programme?.stages ?? [];
    const [step, ...steps] = stage?.steps ?? [];
    const entry = {
      ...programme,
      stages: [{ ...stage, steps: [{ ...step, within: { days: 9 } }, ...steps] }, ...stages],
    };
    const town = changed({ section: 'programmes', key: 'cataract-surgery', entry });
    const [change] = changesInWords(sampleTown(), town);
    expect(change?.lines.map(({ en }) => en)).toEqual([
      `Stages › ${stage?.name.en} › Steps, side by side › ${step?.name.en} › Within: 3 working days → 9 days`,
    ]);
  });

  it.each([
    ['of one language', { en: 'B' }, ['内容（英文）：A → B'], ['Words: A → B']],
    [
      'of both',
      { 'zh-CN': '乙', en: 'B' },
      ['内容：甲 → 乙', '内容（英文）：A → B'],
      ['Words (Chinese): 甲 → 乙', 'Words: A → B'],
    ],
  ])('says it of words in each language that they changed in: %s', (_what, mine, zh, en) => {
    const [key = ''] = Object.keys(sampleTown().texts);
    const before = { 'zh-CN': '甲', en: 'A' };
    const withText = (text: object): Town => changed({ section: 'texts', key, entry: { key, text } });
    const [change] = changesInWords(withText(before), withText({ ...before, ...mine }));
    expect(change?.lines.map((line) => line['zh-CN'])).toEqual(zh);
    expect(change?.lines.map((line) => line.en)).toEqual(en);
  });

  it('says of a rule of a new programme what people are told by it, not how it is tested', () => {
    const programme = PROGRAMME_TEMPLATES[0]?.programme;
    const town = changed({ section: 'programmes', key: 'new', entry: { ...programme, id: 'new' } });
    const [change] = changesInWords(sampleTown(), town);
    const told = programme?.eligibility?.map(({ otherwise }) => otherwise.en).join(', ');
    expect(change?.lines.map(({ en }) => en)).toContain(`Conditions: ${told}`);
  });

  it('says of what is taken out that it goes, and of what is new all that it says', () => {
    const duty = {
      id: 'sample-duty',
      department: 'civil-affairs',
      entry: { 'zh-CN': '示例事项', en: 'Sample' },
    };
    const town = changed({ section: 'dutyList', key: duty.id, entry: duty });
    const name = sampleTown().departments.find(({ id }) => id === duty.department)?.name;
    expect(changesInWords(sampleTown(), town)).toMatchObject([
      {
        how: 'added',
        title: duty.entry,
        lines: [{ en: `Department: ${name?.en}` }, { en: 'What the list says: Sample' }],
      },
    ]);
    expect(changesInWords(town, sampleTown())).toMatchObject([
      { how: 'removed', title: duty.entry, lines: [] },
    ]);
  });
});

describe('what is imported and not edited', () => {
  it('is told of beside a change, as a part', () => {
    const town = sampleTown();
    const deadline = { ...entryOf('deadlines', 'coordinated'), settleWithin: { workingDays: 3 } };
    const other = changed({ section: 'deadlines', key: 'coordinated', entry: deadline });
    expect(otherChanges(town, other)).toEqual([]);
    expect(otherChanges(town, { ...other, households: [], map: [] }).map(({ en }) => en)).toEqual([
      'households',
      'the map',
    ]);
  });
});

describe("one's own change on top of another's", () => {
  const base = { id: 'x', name: { 'zh-CN': '甲', en: 'A' }, within: { days: 1 }, keywords: ['a'] };

  it.each([
    [
      'of another field: both hold',
      { ...base, keywords: ['a', 'b'] },
      { ...base, within: { days: 2 } },
      { ...base, keywords: ['a', 'b'], within: { days: 2 } },
    ],
    [
      'of the other language: both hold',
      { ...base, name: { 'zh-CN': '乙', en: 'A' } },
      { ...base, name: { 'zh-CN': '甲', en: 'B' } },
      { ...base, name: { 'zh-CN': '乙', en: 'B' } },
    ],
    [
      "of the same field: one's own holds",
      { ...base, within: { workingDays: 3 } },
      { ...base, within: { days: 2 } },
      { ...base, within: { workingDays: 3 } },
    ],
    ['of nothing: theirs holds', base, { ...base, keywords: [] }, { ...base, keywords: [] }],
  ])('%s', (_what, mine, now, merged) => {
    expect(mergeEntry(base, mine, now)).toEqual(merged);
  });

  it('takes out what one took out', () => {
    const { within: _within, ...mine } = base;
    expect(mergeEntry(base, mine, { ...base, keywords: [] })).toEqual({ ...mine, keywords: [] });
  });
});

describe('in a list of entries', () => {
  const fieldOf = (section: SectionId, name: string): NamedField => {
    const found = fieldsOf(section).find((one) => one.name === name);
    if (!found) throw new Error(`no field ${name}`);
    return found;
  };

  it('hours are said as on a door', () => {
    const { path, field } = fieldOf('places', 'hours');
    const hours = [{ days: ['monday', 'friday'], from: '08:30', to: '11:30' }];
    const said = valueWords(path, field, hours, () => new Map());
    expect(said['zh-CN']).toMatch(/^周一、周五 08:30–11:30$/);
    expect(said.en).toMatch(/ 08:30–11:30$/);
  });

  it('terms are said as people are told them', () => {
    const { path, field } = fieldOf('programmes', 'eligibility');
    const otherwise = { 'zh-CN': '仅限成年人', en: 'Adults only' };
    const rules = [{ field: 'age', atLeast: 18, otherwise }];
    expect(valueWords(path, field, rules, () => new Map())).toEqual(otherwise);
    expect(valueWords(path, field, [], () => new Map()).en).toBe('(none)');
  });
});

describe('a phrase that is written in the console', () => {
  const IMPORTED = '路灯坏了，打13812345678';
  const town: Town = {
    ...sampleTown(),
    examples: packExamples([{ words: IMPORTED, kind: 'matter', category: 'street-light', villages: [] }]),
  };

  it.each([
    ['a telephone number', '路灯又坏了，打13812345678', false],
    ['an e-mail address', 'the lamp is out, write to mary@example.org', false],
    ['the number of a hotline', '打了95598也没人来修路灯', true],
    ['a group of a village', '大王庄1组的路灯不亮', true],
    ['a date', '2026.8.24停的水到现在没来', true],
    ['a date with dashes and an hour', 'no water since 2026-08-24 09:30', true],
    ['days from and to', '2026.8.24-2026.8.30一直停水', true],
    ['days of a year from and to', '10.24-11.30停暖气', true],
    ['days of a month', '2026.8.24-30一直停水', true],
    ['a telephone number before the name of whoever has it', '打87654321万师傅', false],
    ['a range of sums', '补贴1500-2000元啥时候发', true],
    ['a range of sums behind its sign', 'they ask ¥1500-2000 for it', true],
    ['a sum to the fen', '多收了12000.50元', true],
    ['a date and a telephone number', '2026.8.24停的水，打138 1234 5678', false],
    ['a telephone number right behind a date', '2026.8.24 13812345678', false],
    ['a telephone number that holds a year', '打138-2026-8241', false],
    ['a telephone number of the country', '打0532-87654321', false],
    ['a telephone number before a sum', '打13812345678，1500-2000元', false],
    ['a telephone number and money in one', '138-1234-5678元', false],
  ])('with %s', (_what, words, isTaken) => {
    const entry = { words, kind: 'matter', category: 'street-light', villages: [] };
    expect(editTown(town, [{ section: 'examples', key: words, entry }]).ok).toBe(isTaken);
  });

  it.each([
    ['keeps words that were imported with a number, where something else of it is mended', IMPORTED, true],
    ['gets no number by an edit', `${IMPORTED}或87654321`, false],
  ])('%s', (_rule, words, isTaken) => {
    const entry = { words, kind: 'matter', category: 'drains', villages: [] };
    expect(editTown(town, [{ section: 'examples', key: IMPORTED, entry }]).ok).toBe(isTaken);
  });
});
