import { saysSomebodyIsHurt } from '../answers/hurt-words.js';
import { foldWords } from '../reading/features.js';
import type { Milestone } from '../town/schema.js';

/** Words by which people say how far they are, the furthest first; what is to come, or failed, is none (`NOT_YET`). */
const SAID: readonly (readonly [Milestone, RegExp])[] = [
  ['restored', /恢复(?:了)?(?:供[气水电]|通[气水电行]|正常)|已(?:全部)?恢复|恢复了|restored/],
  [
    'safe',
    /已排除|排除了|排除完|已解除|解除了|(?:现场|已经?)安全了?|没(?:有)?危险了|已关阀|阀门?(?:已经?)?(?:关了|关好|关上了|关闭)|关(?:了|好|上)(?:总)?阀|扑灭了|已扑灭|灭了|已断电|made safe|is safe|all clear|has been isolated|is isolated|shut off|turned off|fire is out|under control/,
  ],
  ['on-site', /到(?:了)?现场|到位了?|到了|已到|在现场|on site|on scene|arrived|i'm here|we're here/],
  [
    'on-the-way',
    /出发|在路上|赶过|赶来|往那赶|动身|马上(?:到|去|过去)|这就(?:去|过去)|on (?:my|our|the) way|heading/,
  ],
];

/** Anywhere in the same clause these say that it is not so, or not yet. */
const FAILED = /没(?!有?危险)|未|无法|不|堵|not|n't|cannot|nobody|no one/;
const TO_COME = /正在|准备|马上|这就|要|等|请|需|快|去|还|will|going to|trying|need|soon|if\b|back on/;

const CLAUSE = /[^,.;!?，。；！？\n]+/g;

function saidIn(clause: string): Milestone | undefined {
  if (FAILED.test(clause)) return undefined;
  for (const [milestone, pattern] of SAID) {
    const isReached = milestone === 'on-the-way' || !TO_COME.test(clause);
    if (isReached && pattern.test(clause)) return milestone;
  }
  return undefined;
}

/** A no that nothing failed by. */
const NOBODY_HURT =
  /(?:没(?:有)?|无)人员?(?:受伤|伤亡)|无伤亡|\b(?:nobody|no one)(?: is| was| got)? (?:hurt|injured)\b|\bno (?:injuries|casualties)\b/g;

/** Nothing is safe, or back as it was, while somebody lies there hurt. */
const NOT_WHILE_HURT: readonly Milestone[] = ['restored', 'safe'];

/** The furthest milestone that words say was reached; undefined where they say none, or say that something went wrong. */
export function milestoneIn(words: string): Milestone | undefined {
  const folded = foldWords(words).replace(NOBODY_HURT, '');
  const clauses = folded.match(CLAUSE) ?? [];
  if (clauses.some((clause) => FAILED.test(clause))) return undefined;
  const said = clauses.map(saidIn);
  const furthest = SAID.map(([milestone]) => milestone).find((milestone) => said.includes(milestone));
  const isOpen = furthest !== undefined && NOT_WHILE_HURT.includes(furthest) && saysSomebodyIsHurt(folded);
  return isOpen ? undefined : furthest;
}
