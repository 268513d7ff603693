import type { Town } from '../town/schema.js';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const CHINESE_DIGITS = '零一二三四五六七八九十';
const GROUP = /(?:第)?\s*([0-9]{1,2}|[一二三四五六七八九十])\s*(?:村民小组|小组|组|队)|group\s*([0-9]{1,2})/;

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
  const number =
    written === undefined
      ? undefined
      : /\d/.test(written)
        ? Number(written)
        : CHINESE_DIGITS.indexOf(written);
  const only = village.groups.length === 1 ? village.groups[0]?.number : undefined;
  const group = village.groups.find((candidate) => candidate.number === number)?.number ?? only;
  return { village: village.id, ...(group === undefined ? {} : { group }) };
}
