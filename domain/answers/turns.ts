/** Where words turn: what follows takes something of what came before. They are looked for in folded text. */
export const TURNS =
  /但是|但(?!愿)|(?:^|[,.;\s，。；])不过|(?<![赶走忙过说比受熬超]|(?:^|[,.;\s，。；都也还]|验收|检查|审核|考核)通)不过(?![去来关户敏])|可是|就是(?!了)|除了|可(?:就|还|又|也)|\bbut\b|\bthough\b|\bhowever\b|, ?yet\b|\byet (?:it|they|still|the)\b/;

/** What is said behind the last turn: "I'd love to help, but I am away until Friday". */
export function behindTurn(folded: string): string | undefined {
  const turns = [...folded.matchAll(new RegExp(TURNS, 'g'))];
  const last = turns.at(-1);
  return last && folded.slice(last.index + last[0].length);
}

/** What is said before the first turn. */
export const beforeTurn = (folded: string): string => folded.slice(0, folded.search(TURNS));
