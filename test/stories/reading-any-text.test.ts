import * as fc from 'fast-check';
import { matchReply } from '../../domain/sms/match-reply.js';
import { parseText } from '../../domain/sms/parse-text.js';
import { sortText } from '../../domain/sms/sort-text.js';
import { readWords } from '../../domain/reading/read-words.js';
import { eachStory } from './each-story.js';
import { sampleTown } from '../towns/sample-town.js';

/** How people begin, and how texts begin by chance: a digit, a code, a keyword, "no", "help". */
const BEGINNINGS = [
  '',
  '1 ',
  '2',
  '3、',
  '12 ',
  'K7QV ',
  'K7QV 1 ',
  '收到 ',
  '办结 ',
  '满意 ',
  '不满意 ',
  '转办 ',
  '撤回 ',
  'no ',
  'No, ',
  'ok ',
  'yes ',
  'help ',
  'help! ',
  '帮助',
  '救命 ',
  '您好，',
  'stop ',
  'list ',
  '表',
  'form ',
  'report ',
  '代报 ',
  '走访 ',
  'leave ',
  '？',
];
const MATTERS = [
  '煤气漏了 味很大',
  '电线掉地上了冒火花',
  '孩子找不着了',
  '路灯不亮',
  '朱口村5组没水了',
  '垃圾好几天没人清',
  '工地半夜施工太吵',
  '想申请低保',
  '路上全是坑',
  'there is a strong smell of gas',
  'a live wire is down in our lane',
  'my father collapsed and does not answer',
  'the street light is out',
  'rubbish has not been collected',
  'no water since Monday',
];

const town = sampleTown();

/** What a text from somebody who is asked nothing is taken for. */
function taken(text: string) {
  const parsed = parseText(text, '2026-08-24');
  const hear = (words: string) => matchReply(parseText(words, '2026-08-24'), []);
  const match = hear(text);
  const read = (words: string) => readWords(town, words);
  return sortText({ text, parsed, match, asks: [], staff: false, read, hear });
}

/** Commands by which words become a request all the same. */
const REPORTING = new Set(['report-on-behalf', 'reception']);

it('a matter or a danger from somebody who is asked nothing is never lost, however the text begins', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...BEGINNINGS),
      fc.constantFrom(...MATTERS),
      fc.constantFrom('', '。', '!!!', ' 谢谢', ' pls'),
      (start, matter, end) => {
        const text = `${start}${matter}${end}`;
        const kept = taken(text).some(
          (one) =>
            one.as === 'words' ||
            one.as === 'danger' ||
            (one.as === 'command' && REPORTING.has(one.command.name)),
        );
        // Whoever takes something back by its word says so, and is asked which.
        fc.pre(!text.startsWith('撤回'));
        expect([text, kept]).toEqual([text, true]);
      },
    ),
    { numRuns: 400 },
  );
});

it('any text at all is taken for something, in a moment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
      expect(taken(text).length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

describe('over SMS', () => {
  const story = eachStory();

  it.each([
    '52网格有户人家煤气泄漏',
    'No water since noon in Zhukou group 5',
    '1号楼又没水了 朱口村5组',
    'help the street light in Zhukou group 5 is out',
  ])('"%s" is a request', async (text) => {
    const here = story();
    here.typed.add(text);
    await here.text('+8619911110078', text);
    expect((await here.executions()).length).toBeGreaterThan(0);
  });
});
