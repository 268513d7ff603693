import { weighted } from './seeded-random.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * How many of the households on a week's list are visited, in hundredths: about ninety a week in the sample town, some
 * two hundred people. The seed's town met 8,000 people in a year.
 */
const VISITED = 15;

/** The findings of a visit: somebody at home, nobody, or something that is wrong. */
const FOUND: readonly (readonly [weight: number, found: { people: number; words: string }])[] = [
  [40, { people: 2, words: '2人' }],
  [25, { people: 3, words: '3人 家里都好' }],
  [15, { people: 1, words: '1人' }],
  [14, { people: 0, words: '不在' }],
  [6, { people: 2, words: '2人 问题 示例走访所见路灯不亮' }],
];

/** One visit as its text tells it, and how long after the list came. */
export interface PlannedVisit {
  readonly after: number;
  readonly words: string;
  /** How many were met. */
  readonly people: number;
}

/** The households of a week's list that a team visits, when and with what result: by day, in the first five days. */
export function visitsOf(households: string, random: () => number): PlannedVisit[] {
  // Numbers stand behind the name of their class: "重点户03 07，一般户12".
  return [...households.matchAll(/\d+/g)].flatMap(([number]) => {
    const isVisited = random() * 100 < VISITED;
    const after = Math.floor(random() * 5) * DAY + (1 + random() * 8) * HOUR;
    const { people, words } = weighted(random, FOUND);
    return isVisited ? [{ after, people, words: `走访 ${Number(number)} ${words}` }] : [];
  });
}
