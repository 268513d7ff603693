import { type Gazetteer, sensesOf } from './gazetteer.js';
import { gridIn, groupsIn, NUMBER_WORD, numberOf, type NumberMention } from './group-numbers.js';
import { readable, type Text } from './place-text.js';
import { type Mention, mentionsIn } from './village-mentions.js';
import { given } from '../words/given.js';

/** Where free words say that something is. */
export interface PlaceReading {
  /** The one village that is meant, when that is sure. */
  readonly village?: string;
  /** Only one that the village has; its only group when it has just one. Without a village: as it was said. */
  readonly group?: number;
  /** A grid that is named by its number, and that the town has. */
  readonly grid?: number;
  /** The villages that honestly fit, best first, when there are two or more; then none is sure. */
  readonly candidates: readonly string[];
  /** From 0 to 1, by the kind of the evidence. */
  readonly confidence: number;
  /** The words that decided it, as they were written. */
  readonly evidence: readonly string[];
}

/** Whether words name a place, be it one of several. */
export const namesPlace = ({ village, group, grid, candidates }: PlaceReading): boolean =>
  village !== undefined || group !== undefined || grid !== undefined || candidates.length > 0;

const NOTHING: PlaceReading = { candidates: [], confidence: 0, evidence: [] };
/** Of a group or a grid by its number. */
const BY_NUMBER = 0.9;

/** Where the writer, or the writer's family, lives or comes from. */
const HOME = new RegExp(
  '(?:我|俺|咱|本人|家)(?:们|家|人)?(?:是|住|住在|家在|在)$|(?:来自|老家|老家在|老家是|户口在|嫁到|嫁去|嫁在|娘家|娘家在|婆家|婆家在|家住|搬到)$|' +
    "\\b(?:i|we)(?:'m|'re| am| are| live| stay| farm| work| come)? ?(?:over |up |down |out )?(?:in|from|at)\\s$|\\b(?:married|moved) (?:out |over )?(?:to|into)\\s$",
);
/** 我是朱口的, 我是朱口人. */
const HOME_AFTER = /^(?:的人?|人|嫁)(?=$|[^\u3400-\u9fff]|[来去出过在到])/;
const EVENT =
  /(?:路过|经过|走到|骑到|开到|到了|[在到](?:咱|俺)?|发现|看[见到]|过|现在住|出在)$|\b(?:at|in|near|outside|past|passing|through|into|saw it in)\s(?:the\s)?$/;
const BESIDE =
  /\b(?:cousin|aunt|auntie|uncle|friend|sister|brother|mate) (?:over )?(?:in|from|at)\s$|(?:从|打|离|挨着|靠着|靠近|通往|往|去|赶|不是|not|near|towards|from)\s?$/;
/** 俺弟在魏集打工: where somebody else spends the day. */
const AWAY_BEFORE = /[弟哥姐妹儿女娃孩爸妈爹娘叔他她家](?:子|女|们)?在$/;
const AWAY_AFTER = /^(?:打工|上班|上学|读书|干活|当兵|住院)/;
const DENIED = /(?:(?:不是|不在|而非)(?:[我俺咱]们?)?|\bnot (?:in|at) )$/;

/** How likely a mention is the matter's place, from a place that is denied to one where something was seen. */
const WEIGHT = { denied: -4, away: -3, home: -2, beside: -1, plain: 0, event: 1 } as const;

function weightOf(plain: string, { from, to }: Mention): number {
  const left = plain.slice(Math.max(0, from - 20), from);
  const right = plain.slice(to, to + 6);
  if (DENIED.test(left)) return WEIGHT.denied;
  if (AWAY_AFTER.test(right)) return AWAY_BEFORE.test(left) ? WEIGHT.away : WEIGHT.plain;
  // 我在石桥 is where the writer is, 我是石桥的 and 我家在石桥 where they live.
  if (HOME.test(left)) return /(?<!家)在$/.test(left) && !HOME_AFTER.test(right) ? WEIGHT.plain : WEIGHT.home;
  if (HOME_AFTER.test(right) && /[是我俺]$/.test(left)) return WEIGHT.home;
  if (BESIDE.test(left)) return WEIGHT.beside;
  return EVENT.test(left) ? WEIGHT.event : WEIGHT.plain;
}

/** Words that join two places to one that lies between them. */
const JOINING =
  /^\s?(?:和|与|跟|到|去|至|、|同|及|往|通|或者?|还是|[-~—]|and|(?:over |across )?to|or|or round by|meets)\s?(?:the\s)?$/;

interface Weighed extends Mention {
  readonly weight: number;
}

function weighed(plain: string, mentions: readonly Mention[]): Weighed[] {
  const all = mentions.map((mention) => ({ ...mention, weight: weightOf(plain, mention) }));
  const joins = (one: Mention | undefined, next: Mention | undefined): boolean =>
    one !== undefined && next !== undefined && JOINING.test(plain.slice(one.to, next.from));
  // Both ends of a way weigh as much as the weightier one.
  return all.map((mention, i) => {
    const [before, after] = [all[i - 1], all[i + 1]];
    const joined = [joins(before, mention) ? before : undefined, joins(mention, after) ? after : undefined];
    return { ...mention, weight: Math.max(mention.weight, ...joined.map((one) => one?.weight ?? -Infinity)) };
  });
}

/** The mentions of where the matter is, the first named first. */
function meant(plain: string, mentions: readonly Mention[]): Mention[] {
  const all = weighed(plain, mentions).filter(({ weight }) => weight > WEIGHT.denied);
  const most = Math.max(...all.map(({ weight }) => weight));
  const best = all.filter(({ weight }) => weight === most);
  // 王庄 beside 大王庄 is that one.
  const sure = new Set(best.flatMap(({ villages }) => (villages.length === 1 ? villages : [])));
  return best.map((mention) => {
    const agreeing = mention.villages.filter((village) => sure.has(village));
    return agreeing.length === 1 ? { ...mention, villages: agreeing } : mention;
  });
}

/** How sure it is which village is meant where only one of several has the group that was named: 王庄5组. */
const BY_ITS_GROUP = 0.75;

interface Places {
  readonly villages: readonly string[];
  readonly certainty: number;
}

/** The villages that are meant, without those that lack the group that was named. */
function placesOf(gazetteer: Gazetteer, chosen: readonly Mention[], group: number | undefined): Places {
  const villages = [...new Set(chosen.flatMap((mention) => mention.villages))];
  const certainty = Math.max(0, ...chosen.map((mention) => mention.certainty));
  const [mention] = chosen;
  if (chosen.length !== 1 || mention === undefined || villages.length < 2 || group === undefined)
    return { villages, certainty };
  const having = villages.filter((village) => gazetteer.villages.get(village)?.groups.has(group));
  return having.length === 1 ? { villages: having, certainty: BY_ITS_GROUP } : { villages, certainty };
}

function groupOf(gazetteer: Gazetteer, village: string, said: number | undefined): number | undefined {
  const known = gazetteer.villages.get(village);
  return said !== undefined && known?.groups.has(said) ? said : known?.only;
}

const overlap = (one: NumberMention, other: { readonly from: number; readonly to: number }): boolean =>
  one.from < other.to && other.from < one.to;

/** The first group that is named apart from every village, and is no grid. */
function looseGroup(plain: string, taken: readonly { readonly from: number; readonly to: number }[]) {
  return groupsIn(plain).find((group) => !taken.some((other) => overlap(group, other)));
}

/** 第二网格 after a village is its second one, unless the village has the grid with that number. */
function gridOf(gazetteer: Gazetteer, mentions: readonly Mention[], grid: NumberMention): number | undefined {
  const before = mentions.find(({ to }) => to <= grid.from && grid.from - to < 2);
  const village = before?.villages.length === 1 ? before.villages[0] : undefined;
  if (village === undefined || gazetteer.grids.get(grid.number) === village)
    return gazetteer.grids.has(grid.number) ? grid.number : undefined;
  return gazetteer.gridsOf.get(village)?.[grid.number - 1];
}

/** The reading as it is told: one village or several candidates, and what was said of a group and a grid. */
function told(gazetteer: Gazetteer, places: Places, said: number | undefined, grid: number | undefined) {
  const { villages, certainty } = places;
  const [village] = villages;
  const sure = villages.length === 1 ? village : undefined;
  const fits =
    villages.length === 0 || villages.some((one) => gazetteer.villages.get(one)?.groups.has(said ?? 0));
  const group = sure === undefined ? (fits ? said : undefined) : groupOf(gazetteer, sure, said);
  const numbered = group !== undefined || grid !== undefined;
  return {
    ...given({ village: sure, group, grid }),
    candidates: villages.length > 1 ? villages : [],
    confidence: villages.length > 0 ? certainty : numbered ? BY_NUMBER : 0,
  };
}

/** The group that was said of the chosen villages, and where, if not right after one of them. */
function saidOf(
  plain: string,
  mentions: readonly Mention[],
  chosen: readonly Mention[],
  grid: NumberMention | undefined,
): { readonly number?: number | undefined; readonly apart?: NumberMention | undefined } {
  // 大王庄二组 ... 坑就在大王庄: said once of the same village.
  const villages = new Set(chosen.flatMap((mention) => mention.villages));
  const withGroup = (mention: Mention): boolean => mention.group !== undefined;
  const attached = (
    chosen.find(withGroup) ??
    mentions.find((mention) => withGroup(mention) && mention.villages.some((one) => villages.has(one)))
  )?.group;
  // A group after another village is that one's.
  if (attached !== undefined || mentions.some(withGroup)) return { number: attached };
  const apart = looseGroup(plain, grid ? [...mentions, grid] : mentions);
  return { number: apart?.number, apart };
}

function readText(gazetteer: Gazetteer, text: Text): PlaceReading {
  const { plain } = text;
  const mentions = mentionsIn(gazetteer, text);
  const gridMention = gridIn(plain);
  const grid = gridMention && gridOf(gazetteer, mentions, gridMention);
  const chosen = meant(plain, mentions);
  const { number, apart } = saidOf(plain, mentions, chosen, gridMention);
  const reading = told(gazetteer, placesOf(gazetteer, chosen, number), number, grid);
  const deciding = [
    ...chosen,
    reading.group === apart?.number ? apart : undefined,
    grid === undefined ? undefined : gridMention,
  ];
  return { ...reading, evidence: deciding.flatMap((one) => (one ? [text.written(one.from, one.to)] : [])) };
}

/** Reads where the words say that something is: a village, a villager group, a grid. */
export function readPlace(gazetteer: Gazetteer, words: string): PlaceReading {
  return readText(gazetteer, readable(words));
}

/** Words around an answer. */
const BEFORE_THE_ANSWER =
  /^(?:[\s,，。.!！~]|就是|应该是|是|在|俺们?|我们?|家住|住|选|噢|哦|嗯|it's|it is|the\b|in\b|i live|we live|answer\b|reply\b)/;
const AFTER_THE_ANSWER =
  /(?:[\s,，。.!！~?？]|吧|的|啊|呀|哈|呢|哩|嘞|了|谢谢|[那这]边|[那这]里|那个村?|(?<=\s)please|(?<=\s)thanks|(?<=\s)thank you|(?<=\s)one)$/;
/** Whoever writes more than this tells something. */
const LONGEST_ANSWER = 40;

/** The part of a short answer that says something; the whole of a longer one. */
function answerIn(text: Text): { readonly plain: string; readonly written: string } {
  let [from, to] = [0, text.plain.length];
  for (let size = Infinity; to <= LONGEST_ANSWER && to - from < size;) {
    size = to - from;
    from += BEFORE_THE_ANSWER.exec(text.plain.slice(from, to))?.[0].length ?? 0;
    to -= AFTER_THE_ANSWER.exec(text.plain.slice(from, to))?.[0].length ?? 0;
  }
  return { plain: text.plain.slice(from, to), written: text.written(from, to) };
}

const ONLY_A_NUMBER = new RegExp(
  '^(?:第|no\\.?\\s?|number\\s|option\\s|#)?\\s?([0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|' +
    `${NUMBER_WORD}|first|second|third|fourth|fifth)\\s?(?:[个号项]|st|nd|rd|th)?村?$`,
);
const NONE = /^(?:都不是|[哪两]个都不是|不是|都不对|不对|不知道|neither|none|no)$/;
const FIRST = /^[前上头]一?[面边头个]?$/;
const LAST = /^(?:最?[后下]一?[面边头个]?|last)$/;
const numberIn = (answer: string): number => numberOf(ONLY_A_NUMBER.exec(answer)?.[1] ?? '');

/** 东边, "the big one": what tells one candidate from the others; or some of its characters. */
function byName(gazetteer: Gazetteer, answer: string, candidates: readonly string[]): string | undefined {
  const part = /^([东西南北前后大小老新上下])[边面头]?$/.exec(answer)?.[1] ?? answer;
  const senses = sensesOf(answer.replace(/(?:ern|er)$/, ''))?.join('') ?? '';
  const fitting = candidates.filter((id) => {
    const base = gazetteer.bases.get(id) ?? '';
    return (part !== '' && base.includes(part)) || (base !== '' && senses.includes(base.charAt(0)));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The candidate that is chosen by what is peculiar to it, or by its place among the others. */
function chosenFrom(gazetteer: Gazetteer, answer: string, candidates: readonly string[]): string | undefined {
  const numbered = candidates[numberIn(answer) - 1];
  if (numbered !== undefined) return numbered;
  const named = byName(gazetteer, answer, candidates);
  if (named !== undefined) return named;
  if (FIRST.test(answer)) return candidates[0];
  return LAST.test(answer) ? candidates.at(-1) : undefined;
}

/** Of a candidate that is chosen by its number or its place. */
const BY_CHOICE = 0.95;

function readChoice(
  gazetteer: Gazetteer,
  answer: string,
  candidates: readonly string[],
): PlaceReading | undefined {
  const group = groupsIn(answer).at(-1);
  const rest = answer.slice(0, group?.from).replace(/[\s,，、那个]{1,6}$/, '');
  const village = rest === '' ? undefined : chosenFrom(gazetteer, rest, candidates);
  if (village === undefined) return undefined;
  const places = { villages: [village], certainty: BY_CHOICE };
  return { ...told(gazetteer, places, group?.number, undefined), evidence: [answer] };
}

/** 朱口3: the number after the village alone is the group. */
const LAST_NUMBER = /(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})$/;

/**
 * Reads what answers "which village, which group?". A number alone is the group, or, where candidates were named, the
 * candidate with that number, counted from 1.
 */
export function readPlaceAnswer(
  gazetteer: Gazetteer,
  words: string,
  candidates: readonly string[] = [],
): PlaceReading {
  const answer = answerIn(readable(words));
  if (NONE.test(answer.plain)) return NOTHING;
  const choice = readChoice(gazetteer, answer.plain, candidates);
  if (choice !== undefined) return { ...choice, evidence: [answer.written] };
  const number = candidates.length > 0 ? 0 : numberIn(answer.plain);
  if (number > 0) return { group: number, candidates: [], confidence: BY_NUMBER, evidence: [answer.written] };
  const reading = readText(gazetteer, readable(answer.written));
  const among = reading.candidates.filter((id) => candidates.includes(id));
  const village = among.length === 1 ? among[0] : reading.village;
  if (village === undefined) return reading;
  const said = reading.group ?? numberOf(LAST_NUMBER.exec(answer.plain)?.[0] ?? '');
  const places = { villages: [village], certainty: reading.confidence };
  return { ...told(gazetteer, places, said, reading.grid), evidence: reading.evidence };
}
