import type { Town } from '../town/schema.js';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const CHINESE_DIGITS = '零一二三四五六七八九';
/** A number ends where its digits end: "十二组" is not group 2. */
const GROUP =
  /(?<![0-9一二三四五六七八九十百])([0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])\s*(?:村民小组|小组|组|队)|group\s*([0-9]{1,2})(?![0-9])/;

/** "3", "三", "十二" or "二十三" as a number. */
function readNumber(written: string): number {
  if (/\d/.test(written)) return Number(written);
  const [tens = '', ones] = written.includes('十') ? written.split('十') : ['', written];
  const ten = written.includes('十') ? Math.max(1, CHINESE_DIGITS.indexOf(tens || '一')) : 0;
  return ten * 10 + CHINESE_DIGITS.indexOf(ones || '零');
}

/**
 * Finds the village, and the villager group after it, that free words name ("朱口村3组", "Zhukou group 3"). The longest village name wins; a
 * group the village does not have is left out, for a person to ask.
 */
export function readPlace(town: Town, words: string): { village?: string; group?: number } {
  const text = plain(words);
  const named = town.villages
    .flatMap((village) =>
      [village.name['zh-CN'], village.name.en].map((name) => ({ village, name: plain(name) })),
    )
    .filter(({ name }) => text.includes(name))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (!named) return {};
  const { village, name } = named;
  const match = GROUP.exec(text.slice(text.indexOf(name) + name.length));
  const written = match?.[1] ?? match?.[2];
  const number = written === undefined ? undefined : readNumber(written);
  const only = village.groups.length === 1 ? village.groups[0]?.number : undefined;
  const group = village.groups.find((candidate) => candidate.number === number)?.number ?? only;
  return { village: village.id, ...(group === undefined ? {} : { group }) };
}
