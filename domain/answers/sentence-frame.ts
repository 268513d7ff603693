import { foldWords } from '../reading/features.js';

/**
 * The characters that hold a sentence together, in any trade: negations, what became of an act (修好, 接上, 拉走), how far it is, when, who. What is
 * done to which thing is left out, so that 窨子垒好了 is built as 灯修好了 is.
 */
const CHARACTERS = new Set(
  '不没未别甭无非了着过呢吧啊呀嘞咧哩呗嘛哈吗么的得地把被给叫让找派跟和对向往从在到去来回上下进出起开好完成通掉走住齐净妥牢平正满动见懂清定错坏已还又再才刚就都也全先后早晚要会能可想该应得须等待有是我俺你恁您他她它咱们这那哪谁啥几个一两三半点些天日周月号时候但却而如果自己人家请替帮归转',
);
/** The English words that do. */
const WORDS = new Set(
  "i i'm i'll i've i'd me my we we're we'll we've us our you you're your he he's his him she she's her it it's its they they're they've their them this that that's these those there there's here a an the not no never none nothing nobody isn't aren't wasn't weren't don't doesn't didn't won't can't cannot couldn't wouldn't haven't hasn't hadn't shouldn't be is are was were been being am do does did done have has had having will would shall should can could may might must to of in on at by for from with without off out up down over back away into onto through round around about under after before until till since while when if unless as than so then now just already still yet again soon later too also only all both every each some any none half more most much many few one two three first next last ago and or but though because what which who where why how get gets got getting gone go goes going went come comes came coming need needs needed want wants wanted let's let please ok yes yeah".split(
    ' ',
  ),
);
/** Past forms that do not end as most do. */
const PAST = new Set(
  'put cut shut set made built sent left found held kept brought bought caught taught thought told sold paid said laid fed led met lost meant dealt felt spent bent swept slept wept dug hung stuck struck swung won sat stood understood ran began drank sang sank rang swam became gave took shook broke woke spoke stole wrote drove rode rose chose froze threw blew flew grew knew drew wore tore bore swore fell ate saw fitted torn broken taken given driven written ridden risen chosen frozen thrown blown grown known drawn worn fallen eaten seen shown sewn sawn hidden bitten beaten forgotten forgot rung sprung sunk burst spread read split quit reset rebuilt relaid rewired redone undone'.split(
    ' ',
  ),
);

/** What stands for any other English word: its ending says whether something was done, is being done, or is a thing. */
function shapeOf(word: string): string {
  if (WORDS.has(word)) return word;
  if (PAST.has(word) || (word.length > 3 && word.endsWith('ed'))) return 'ED';
  if (word.length > 4 && word.endsWith('ing')) return 'ING';
  if (word.length > 4 && word.endsWith('ly')) return 'LY';
  return 'X';
}

/** A run of other characters, by how many they are. */
const runOf = (characters: number): string => 'V'.repeat(Math.min(3, characters));

const PIECE = /\p{Script=Han}+|[a-z]+(?:'[a-z]+)?|\d+|[?!,.;\n]/gu;
const HELD_OR_NOT = new RegExp(`[${[...CHARACTERS].join('')}]|[^${[...CHARACTERS].join('')}]+`, 'gu');

function partsOf(piece: string): string[] {
  if (/^\p{Script=Han}/u.test(piece))
    return (piece.match(HELD_OR_NOT) ?? []).map((run) => (CHARACTERS.has(run) ? run : runOf(run.length)));
  if (/^\d/.test(piece)) return ['0'];
  if (/^[a-z]/.test(piece)) return [shapeOf(piece)];
  return [piece === '?' ? '?' : ','];
}

/** Of several things, or several signs, that follow each other one is as good as all. */
const REPEATED = new Set(['X', ',']);

/** A text with nothing left of what it speaks of: "窨子垒好了" is "VVV好了", "the gully is cleared" is "the X is ED". */
export function frameOf(words: string): string[] {
  const folded = foldWords(words).replaceAll('\u2019', "'");
  const parts = [...folded.matchAll(PIECE)].flatMap(([piece]) => partsOf(piece));
  const frame = parts.filter((part, i) => !(REPEATED.has(part) && part === parts[i - 1]));
  return ['^', ...(frame.at(-1) === ',' ? frame.slice(0, -1) : frame), '$'];
}

/** As few, and as many, parts of a frame are looked at together. */
const FEWEST = 2;
const MOST = 4;

/** How an answer is built: what follows what in its frame. A word that no answer held before leaves it as it is. */
export function frameNames(words: string): string[] {
  const frame = frameOf(words);
  const names = frame.flatMap((_, from) =>
    Array.from({ length: MOST - FEWEST + 1 }, (__, more) => frame.slice(from, from + FEWEST + more))
      .filter((parts, more) => parts.length === FEWEST + more)
      .map((parts) => `b${parts.join(' ')}`),
  );
  return [...new Set(names)];
}
