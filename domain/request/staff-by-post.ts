import { numberOf } from '../reading/group-numbers.js';
import { gridByGroup } from '../geography/grid-lookup.js';
import { teamOf } from '../posts/held-posts.js';
import type { Town } from '../town/schema.js';
import type { Matter } from './matter-of.js';

type Where = Pick<Matter, 'village' | 'group' | 'grid' | 'path'>;

const NUMBER = String.raw`(\d{1,3}|[一二三四五六七八九十百]{1,4})`;
const GRID = new RegExp(String.raw`${NUMBER}号?网格|\bgrid (?:no\.? |number )?(\d{1,3})\b`, 'gi');
const GROUP = new RegExp(String.raw`${NUMBER}小?[组队]|\bgroup (\d{1,3})\b`, 'gi');
const SUPERVISOR = /包村|包片|责任区|片区书记|supervising leader|area secretary/i;
/** Words around the name of an office where its people are meant, and not the office as where one turns to. */
const ITS_PEOPLE = '(?:的(?!电话)|那|里|有人|有个|组长|队长|主任|负责人|管事|领导|工作人员|人员|人(?!民))';
const SOMEBODY_OF = String.raw`\b(?:one|somebody|someone|man|woman|men|women|guy|lady|lad|people|person|staff|head|chief|boss|worker)s? (?:from|of|at|in) (?:the |your )?`;

const numbersIn = (words: string, pattern: RegExp): number[] =>
  [...words.matchAll(pattern)].map(([, number = '', english = '']) => numberOf(number || english));

/** The grids that are named: by number, by their own name, or by a group of the village that is meant. */
function gridsIn(town: Town, words: string, { village = '' }: Where): number[] {
  const { grids } = town;
  const numbers = numbersIn(words, GRID);
  const named = grids.filter(({ name }) => [name['zh-CN'], name.en].some((one) => words.includes(one)));
  // "第2网格" is one of the village, as people there say it.
  const ofVillage = grids.filter(
    (grid) => grid.village === village && numbers.some((n) => grid.name['zh-CN'].endsWith(`第${n}网格`)),
  );
  return [
    ...(ofVillage.length > 0 ? [] : numbers),
    ...[...named, ...ofVillage].map(({ number }) => number),
    ...numbersIn(words, GROUP).flatMap((group) => gridByGroup(town, village, group)?.number ?? []),
  ];
}

const speaksOf = ({ name }: Town['departments'][number], words: string): boolean =>
  new RegExp(`${name['zh-CN']}${ITS_PEOPLE}|${SOMEBODY_OF}${name.en}`, 'i').test(words);

/**
 * Whom words mean that name a post and no person ("三组那个管事的", "the woman from grid 12"): whoever holds one on the grids
 * named, who supervises the village, whoever an office consists of, of whose people it speaks; else the team of the
 * place. Of somebody dangerous no office is meant: it may be the help.
 */
export function staffByPost(town: Town, words: string, where: Where): string[] {
  const supervisors = SUPERVISOR.test(words)
    ? town.supervisors.filter(({ village }) => village === where.village).map(({ staff }) => staff)
    : [];
  const offices = where.path === 'emergency' ? [] : town.departments.filter((one) => speaksOf(one, words));
  const grids = gridsIn(town, words, where).flatMap((grid) => teamOf(town, grid));
  const meant = [...grids, ...supervisors, ...offices.flatMap(({ contacts }) => contacts)];
  if (meant.length > 0) return [...new Set(meant)];
  const { village = '', group = 0, grid = gridByGroup(town, village, group)?.number } = where;
  return teamOf(town, grid);
}
