import { sampleTown } from '../towns/sample-town.js';
import { eachStory } from './each-story.js';
import type { Receipt, TownStory } from './town-story.js';
import type { Language } from '../../domain/words/language.js';

/** What somebody of the staff is told to what they text. */
async function says(town: TownStory, staff: string, words: string): Promise<string> {
  if (words.length > 3) town.typed.add(words);
  await town.text(town.phoneOf(staff), words);
  return town.lastTextTo(town.phoneOf(staff));
}

/** The timeline as the console shows it. */
async function shown(town: TownStory, language: Language, { id }: Receipt): Promise<string> {
  const response = await town.admin('leader', `/admin/requests/${id}?lang=${language}`);
  const { timeline } = (await response.json()) as { timeline: readonly { text: string }[] };
  return timeline.map(({ text }) => text).join('\n');
}

const timesIn = (all: string, words: string): number => all.split(words).length - 1;

describe('words that answer nothing', () => {
  const story = eachStory({ console: true });

  it('stand with the request, and the ask still waits; of what they are asked about the latest stands, and of a likely answer once when its digit confirms it', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'street-light', description: '示例：路灯不亮' });
    expect(await says(town, 'g52-a', '他家没人，电话也打不通')).toMatch(
      /您的话已记在这件上，还待您答复。请回：1收到/,
    );
    expect(await says(town, 'g52-a', '那边下大雨呢')).toContain('还待您答复');
    expect(await says(town, 'g52-a', '今天可能去不了')).toMatch(/您是说“去不了”吗？是就回2/);
    expect(timesIn(await shown(town, 'zh-CN', receipt), '今天可能去不了')).toBe(1);
    await says(town, 'g52-a', '2');
    const all = await shown(town, 'zh-CN', receipt);
    expect([
      timesIn(all, '补充：他家没人，电话也打不通'),
      timesIn(all, '补充：那边下大雨呢'),
      timesIn(all, '补充：今天可能去不了'),
      timesIn(all, '今天可能去不了'),
    ]).toEqual([1, 0, 0, 1]);
    // What gave way to what they said next is read by whoever is asked now.
    expect(town.textsTo(town.phoneOf('g52-b')).join('\n')).toContain('那边下大雨呢');
  });
});

describe('words that answer nothing, in English', () => {
  const change = () => ({ ...sampleTown('elmford'), households: [], supervisors: [] });
  const story = eachStory({ console: true, at: Date.parse('2026-08-24T15:15:00+08:00'), change });

  it('stand with the request, and the ask still waits', async () => {
    const town = story();
    const receipt = await town.submit({
      name: 'Sample Resident',
      phone: '+353209120001',
      village: 'town-centre',
      group: 1,
      category: 'litter',
      description: 'Sample: bags left at the bridge',
      language: 'en',
    });
    const remark = "she's had that bother with the bins since last year";
    expect(await says(town, 'e01-a', remark)).toMatch(
      /Noted\. It still waits for your answer\. Text: 1 ?take/,
    );
    expect(timesIn(await shown(town, 'en', receipt), `adds: ${remark}`)).toBe(1);
    await says(town, 'e01-a', 'on my way');
    expect(await town.view(receipt)).toMatchObject({ status: 'accepted' });
  });
});
