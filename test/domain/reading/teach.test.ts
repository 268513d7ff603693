import { type Example, isHeldOut } from '../../../domain/reading/example.js';
import { examplesOf, packExamples } from '../../../domain/reading/examples-of.js';
import { verdictOf } from '../../../domain/reading/flip-verdict.js';
import { learn, remembering } from '../../../domain/reading/learn.js';
import { readWords } from '../../../domain/reading/read-words.js';
import {
  exampleFrom,
  figuresFor,
  mayTakeOver,
  type Tried,
  tryTeaching,
} from '../../../domain/reading/teach.js';
import type { Town } from '../../../domain/town/schema.js';
import { readTown } from '../../../towns/read-town.js';
import { readTownFiles } from '../../../towns/read-town-files.js';
import { sentFiles } from '../../../towns/town-files.js';
import { writeTown } from '../../../towns/write-town.js';
import { TownCopy } from '../../towns/town-copy.js';

/** The sample town with so few invented examples that it learns in a moment. */
function townOf(examples: readonly Example[]): Town {
  const copy = new TownCopy();
  const read = readTown(copy.dir);
  copy.remove();
  if (!read.ok) throw new Error('the sample town is broken');
  return { ...read.town, examples: packExamples(examples), model: learn(read.town, examples) };
}

const matter = (words: string, category: string, danger?: Example['danger']): Example => ({
  words,
  kind: 'matter',
  category,
  ...(danger === undefined ? {} : { danger }),
  villages: [],
});

/** A text of one stem that is, or is not, held out: which it is follows from its letters alone. */
function phrased(stem: string, isHeld: boolean, count: number): string[] {
  const found: string[] = [];
  for (let n = 0; found.length < count; n += 1) {
    const words = `${stem}${'啊呀哦嗯唉'.charAt(n % 5)}${'。！？，、'.charAt(Math.floor(n / 5) % 5)}${'~'.repeat(Math.floor(n / 25))}`;
    if (isHeldOut(words) === isHeld) found.push(words);
  }
  return found;
}

const LAMPS = [...phrased('门口路灯不亮了', false, 12), ...phrased('村头路灯坏了', false, 12)];
const GAS = [...phrased('厨房煤气漏了', false, 12), ...phrased('闻到一股煤气味', false, 12)];
const EXAMPLES: readonly Example[] = [
  ...LAMPS.map((words) => matter(words, 'street-light')),
  ...phrased('门口路灯不亮了', true, 2).map((words) => matter(words, 'street-light')),
  ...GAS.map((words) => matter(words, 'gas-leak', 'gas')),
  ...phrased('厨房煤气漏了', true, 3).map((words) => matter(words, 'gas-leak', 'gas')),
];
const town = townOf(EXAMPLES);

describe('an example that somebody teaches', () => {
  it.each([
    ['我叫示例居民甲，朱口村3组路灯不亮', '我叫，朱口村3组路灯不亮'],
    ['路灯不亮，电话13800001234', '路灯不亮，电话'],
    ['路灯不亮，电话 138 0000 1234 或 0533-1234567', '路灯不亮，电话 或'],
    ['身份证37030319800101001X 想办低保', '身份证 想办低保'],
    ['朱口村12号门口路灯不亮', '朱口村门口路灯不亮'],
    ['3号楼502漏水', '漏水'],
    ['阳光小区3号楼2单元502室漏水', '阳光小区漏水'],
    ['十二号院没电', '没电'],
    ['写信到 a.b@example.org 说一声', '写信到 说一声'],
    ['我叫王建国，路灯坏了', '我叫，路灯坏了'],
    ['=1+1 路灯坏了', '1+1 路灯坏了'],
    ['；＋＝@路灯坏了', '路灯坏了'],
    ['Lamp out at No. 12 Mill Lane, call +44 7700 900123', 'Lamp out at Mill Lane, call'],
    ['Lamp out, 12 Mill Lane, Anna', 'Lamp out, Mill Lane,'],
  ])('holds nothing personal: "%s"', (words, kept) => {
    expect(exampleFrom(town, words, {}, ['示例居民甲', 'Anna Sample']).words).toBe(kept);
  });

  it('keeps a village and its group, which teach the place', () => {
    const example = exampleFrom(town, '朱口村3组路灯不亮', { category: 'street-light' }, []);
    expect(example).toMatchObject({ villages: ['zhukou'], group: 3, category: 'street-light' });
  });

  it('has at most 200 characters', () => {
    expect(exampleFrom(town, '灯'.repeat(300), {}, []).words).toHaveLength(200);
  });

  it('is, where nothing is corrected, as the town reads it', () => {
    expect(exampleFrom(town, '煤气漏了', {}, [])).toMatchObject({ category: 'gas-leak', danger: 'gas' });
    expect(exampleFrom(town, '煤气漏了', { danger: 'none' }, []).danger).toBeUndefined();
  });
});

describe('trying what was taught', () => {
  it('changes how texts like it are read, and nothing of the town', () => {
    const taught = phrased('南边广场喷泉不喷水', false, 3).map((words) => matter(words, 'water-leak'));
    const { model, before, after, lostDangers } = tryTeaching(town, examplesOf(town), taught);
    const next = { ...town, categories: [...town.categories], model };
    expect(readWords(next, '广场喷泉又不喷水').category.id).toBe('water-leak');
    expect([before.texts, after.texts, lostDangers]).toEqual([5, 5, []]);
    expect(town.model).not.toBe(model);
  });

  it('does not learn what is held out by its hash, but measures with it', () => {
    const [words = ''] = phrased('喷泉不喷水', true, 1);
    const tried = tryTeaching(town, examplesOf(town), [matter(words, 'water-leak')]);
    expect(tried.model).toBe(town.model);
    expect(tried.after.texts).toBe(figuresFor(town, examplesOf(town)).texts + 1);
  });

  it('lets a text take the place of an example that says the same, under its words', () => {
    const one = [matter('路灯，坏了！', 'street-light'), matter('喷泉坏了', 'other')];
    const { examples } = tryTeaching(town, one, [matter(' 路灯坏了 ', 'road-damage')]);
    expect(examples).toEqual([matter('路灯，坏了！', 'road-damage'), matter('喷泉坏了', 'other')]);
  });

  it('leaves out what speaks of a category that the town has no more', () => {
    const tried = tryTeaching(town, examplesOf(town), [matter('喷泉坏了', 'fountains')]);
    expect([tried.examples.length, tried.model]).toEqual([EXAMPLES.length, town.model]);
  });

  it('says the same each time', () => {
    const taught = [matter('广场喷泉不喷水', 'water-leak')];
    expect(tryTeaching(town, examplesOf(town), taught)).toEqual(tryTeaching(town, examplesOf(town), taught));
  });
});

it('what was taken over is not learnt again when the town is written into its files and read, as every change in the console does', () => {
  const said = ['=路灯不亮', '-路灯，"又"不亮', '+路灯 不亮', "'路灯不亮'"];
  const taught = said.map((words) =>
    exampleFrom(town, `朱口村3组${words}`, { category: 'street-light' }, []),
  );
  const bare = said.map((words) => exampleFrom(town, words, { category: 'road-damage', danger: 'none' }, []));
  const { examples, model } = tryTeaching(town, examplesOf(town), [...taught, ...bare]);
  const next = { ...town, examples: packExamples(examples), model };
  const neverLearn = { ...remembering(model), keep: () => expect('learnt').toBe('remembered') };
  const read = readTownFiles(sentFiles(writeTown(next)), neverLearn);
  expect(read.ok && [read.town.examples, read.town.model]).toEqual([next.examples, model]);
});

it.each([
  ['category', 'other', 'water-leak', 'water-leak', 'better'],
  ['category', 'water-leak', 'other', 'water-leak', 'worse'],
  ['category', 'other', 'petition', 'water-leak', 'stillWrong'],
  ['danger', 'possible', 'danger', 'danger', 'better'],
  ['danger', 'possible', 'none', 'danger', 'worse'],
  ['danger', 'danger', 'possible', 'none', 'better'],
] as const)(
  'a %s that was read as %s and then as %s, where %s is right, is %s',
  (what, before, after, right, verdict) => {
    expect(verdictOf({ words: '', what, before, after, right })).toBe(verdict);
  },
);

describe('taking it over', () => {
  const denied = GAS.map((words) => matter(words, 'street-light'));

  it('is refused where a danger would be lost, which is named', () => {
    const tried = tryTeaching(town, examplesOf(town), denied);
    expect(tried.lostDangers).toEqual(expect.arrayContaining(phrased('厨房煤气漏了', true, 3)));
    expect(tried.flips).toContainEqual(
      expect.objectContaining({ what: 'danger', before: 'danger', right: 'danger' }),
    );
    expect(mayTakeOver(tried)).toBe(false);
  });

  it('is refused too where the lost danger itself was taught to be none', () => {
    const all = [
      ...denied,
      ...phrased('厨房煤气漏了', true, 3).map((words) => matter(words, 'street-light')),
    ];
    expect(mayTakeOver(tryTeaching(town, examplesOf(town), all))).toBe(false);
  });

  it('is refused where fewer dangers are recognised in one language, though more in the other', () => {
    const figures = figuresFor(town, EXAMPLES);
    const dangers = (zh: number, en: number) => ({
      ...figures,
      dangers: { 'zh-CN': { right: zh, of: 10 }, en: { right: en, of: 10 } },
    });
    const tried = (after: Tried['after']): Tried => ({
      before: dangers(9, 9),
      after,
      flips: [],
      lostDangers: [],
      examples: [],
      model: '',
    });
    expect(mayTakeOver(tried(dangers(10, 8)))).toBe(false);
    expect(mayTakeOver(tried(dangers(10, 9)))).toBe(true);
  });
});
