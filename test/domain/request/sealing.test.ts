import { meantFor } from '../../../domain/asks/meant-for.js';
import { staffAt } from '../../../domain/asks/plan-ask.js';
import { noteFormer } from '../../../domain/posts/note-former.js';
import { confidentialLadder, isSealed } from '../../../domain/request/confidential.js';
import { matterOf } from '../../../domain/request/matter-of.js';
import { requestView } from '../../../domain/request/request-view.js';
import { sealMatter } from '../../../domain/request/seal-matter.js';
import { readWords } from '../../../domain/reading/read-words.js';
import type { Town } from '../../../domain/town/schema.js';
import { sampleTown } from '../../towns/sample-town.js';
import { aRequest } from './a-request.js';
import { Life } from './life.js';
import { Play } from './play.js';

const sanhehu: Town = {
  ...sampleTown(),
  supervisors: [
    { staff: 'village-leader-1', role: 'leader', village: 'zhukou' },
    { staff: 'area-secretary-1', role: 'secretary', village: 'zhukou' },
  ],
};
const elmford = sampleTown('elmford');
const team = (grid: string): string[] => ['a', 'b', 'c'].map((post) => `${grid}-${post}`);

const about = (town: Town, words: string, place = {}): readonly string[] | undefined => {
  const reading = readWords(town, words);
  return sealMatter(town, matterOf(town, reading, place), reading, { words, aboutStaff: true }).confidential
    ?.about;
};

describe('whom a complaint may be about', () => {
  it.each<[words: string, place: object, staff: string[]]>([
    ['我要举报朱口村5组那个管事的，收钱不办事', {}, team('g52')],
    ['五组那个管事的骂人', { village: 'zhukou', group: 5 }, team('g52')],
    ['52网格那个女的态度恶劣', {}, team('g52')],
    ['你们五十二号网格的人光吃饭不干活', {}, team('g52')],
    ['朱口村第2网格的人要好处费', {}, team('g52')],
    ['网格员收了钱不办事，朱口村5组', {}, team('g52')],
    ['包村的领导来了光吃饭', { village: 'zhukou', group: 5 }, ['village-leader-1', 'area-secretary-1']],
    ['督查组那几个人吃拿卡要', {}, ['inspection-team-1', 'inspection-team-2', 'inspection-team-3']],
    ['我要向督查组举报网格员收钱', {}, []],
  ])('is found by post where it names nobody: "%s"', (words, place, staff) => {
    expect(about(sanhehu, words, place)).toEqual(staff);
  });

  it.each<[words: string, staff: string[]]>([
    ['the woman from grid 12 swore at my mother', team('e12')],
    ['your man in Northmeadow 2 took money off me', team('e12')],
    ['someone at the Duty Desk hung up on me, rude', ['duty-desk-1', 'duty-desk-2']],
  ])('and in English: "%s"', (words, staff) => {
    expect(about(elmford, words)).toEqual(staff);
  });
});

describe('a complaint that is settled', () => {
  it('is passed on to nobody where its resident is not satisfied, and nobody is called to it', () => {
    const play = Play.begin(
      aRequest(
        { village: undefined, group: undefined, path: 'petition', confidential: { about: [] } },
        elmford,
      ),
      { town: elmford, programme: undefined },
    );
    play.answer('accept').answer('done', 'the money was paid back').answer('unsatisfied');
    expect(play.open()).toMatchObject({ kind: 'acceptance', options: ['accept', 'decline'] });
    play.answer('accept');
    expect(play.open()).toMatchObject({ kind: 'outcome', options: ['done', 'refuse', 'extend'] });
  });
});

const gasLeak = (complains: object): Life => {
  const place = { village: 'town-centre', group: 1 };
  return Life.received(elmford, aRequest({ category: 'gas-leak', ...place, ...complains }, elmford));
};

describe('whoever is in danger and complains about staff', () => {
  const seenOf = ({ record, rules }: Life) => {
    const { path, grid, confidential } = requestView(record, rules, 'en');
    return { path, hasGrid: grid !== undefined, confidential };
  };

  it('sees no grid that has it, neither while it is an emergency nor once it is none', () => {
    const life = gasLeak({ confidential: { about: [] } });
    expect(life.record.grid).toBeDefined();
    expect(seenOf(life)).toEqual({ path: 'emergency', hasGrid: false, confidential: true });
    life.later(60_000).standDown('duty-officer-1');
    life.tryToCorrect({ path: 'same-day', by: 'duty-officer-1' }, undefined);
    expect(life.record.grid).toBeDefined();
    expect(seenOf(life)).toEqual({ path: 'same-day', hasGrid: false, confidential: true });
  });

  it('and whoever complains of nobody sees their grid', () => {
    expect(seenOf(gasLeak({}))).toEqual({ path: 'emergency', hasGrid: true, confidential: undefined });
  });
});

describe('an emergency that complains about staff, and is none any more', () => {
  it("is the inspection team's alone, whoever was asked to look at its failure", () => {
    const life = gasLeak({ confidential: { about: [] } });
    life.later(60_000).standDown('duty-officer-1');
    life.act({ action: 'attention', at: life.at });
    expect(life.asked).toEqual(['resident', 'duty-desk-1']);
    expect(life.tryToCorrect({ path: 'same-day', by: 'duty-officer-1' }, undefined)).toBe(true);
    expect(life.asked).toEqual(['resident']);
    expect(isSealed(life.record)).toBe(true);
  });
});

describe('who has a complaint once staff change', () => {
  const MONDAY = Date.parse('2026-08-24T09:00:00+08:00');
  const NEXT = {
    id: 'next',
    name: '示例接任',
    phone: '+8619900009009',
    duty: 'leader',
    language: 'zh-CN',
  } as const;
  /** The town once somebody has the place of the first inspector, who left. */
  const succeededBy = (staff: string): Town => {
    const after: Town = {
      ...sanhehu,
      staff: [...sanhehu.staff.filter(({ id }) => id !== 'inspection-team-1'), NEXT],
      departments: sanhehu.departments.map((one) =>
        one.id === 'inspection-team' ? { ...one, contacts: [staff, ...one.contacts.slice(1)] } : one,
      ),
    };
    return { ...after, former: noteFormer(sanhehu, after, 2) };
  };
  const away = (staff: string): Town => ({
    ...sanhehu,
    leave: [{ staff, from: '2026-08-24', to: '2026-08-25' }],
  });

  it.each<[rule: string, now: Town, meant: string]>([
    ['whoever was asked, while they are there', sanhehu, 'inspection-team-1'],
    ['whoever has their post now', succeededBy('next'), 'next'],
    [
      'the next inspector, where the one who has their post is whom it is about',
      succeededBy('g52-a'),
      'inspection-team-2',
    ],
    ['the next inspector, while they are away', away('inspection-team-1'), 'inspection-team-2'],
  ])('is %s', (_rule, now, meant) => {
    const ladder = confidentialLadder({ confidential: { about: team('g52') }, path: 'petition' }, sanhehu);
    const asked = staffAt({ town: sanhehu }, ladder, 0, MONDAY);
    expect(meantFor(now, asked, MONDAY)).toBe(meant);
  });

  it('of an emergency is never whom it may be about, nor anybody who has left', () => {
    const ladder = confidentialLadder({ confidential: { about: team('g52') }, path: 'emergency' }, sanhehu);
    const asked = staffAt({ town: sanhehu }, ladder, 0, MONDAY);
    const [first = ''] = sanhehu.departments.find(({ id }) => id === 'duty-desk')?.contacts ?? [];
    const after: Town = {
      ...sanhehu,
      staff: sanhehu.staff.filter(({ id }) => id !== first),
      departments: sanhehu.departments.map((one) =>
        one.id === 'duty-desk' ? { ...one, contacts: ['g52-a', ...one.contacts.slice(1)] } : one,
      ),
    };
    expect(meantFor({ ...after, former: noteFormer(sanhehu, after, 2) }, asked, MONDAY)).toBe('duty-desk-2');
  });
});
