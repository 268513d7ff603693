import { parseArgs } from 'node:util';
import { localDate } from '../../domain/calendar/local-time.js';
import { changeSettings, readSettings } from '../../infra/read-settings.js';
import { languageOf } from '../language.js';
import { ROTATE_WORDS } from './rotate-words.js';
import { openDeployment, type Said, sayUsage, servicesOf, SHARED_OPTIONS } from './run-command.js';

const DAY = 86_400_000;
const MOST_DAYS = 366;
const SETTINGS = 'settings';

const readCall = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      days: { type: 'string', default: '30' },
      door: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      ...SHARED_OPTIONS,
    },
  });

/** `npm run rotate`. Exit codes: 0 done, or there is nothing to do; 1 nothing was done yet; 2 called wrongly. */
export async function rotateCommand(args: string[], said: Said): Promise<number> {
  const {
    values: { days: given, door, yes, help, lang, ...place },
    positionals: [town],
  } = readCall(args);
  const words = ROTATE_WORDS[languageOf(lang)];
  if (door && !help) return rotateDoor({ stage: place.stage, town, yes }, words, said);
  const days = /^\d{1,3}$/.test(given) ? Number(given) : Infinity;
  if (help || town === undefined || days > MOST_DAYS)
    return sayUsage(said, help || town === undefined ? words.usage : words.badDays, help);
  const deployment = await openDeployment({ ...place, lang }, said);
  const { towns, linkKeys } = servicesOf(deployment);
  const known = (await towns.all()).some(({ id }) => id === town);
  if (!known) {
    said.err(words.noTown(town));
    return 2;
  }
  const at = await deployment.now();
  const until = at + days * DAY;
  const { settings } = (await towns.load(town)).town;
  if ((await linkKeys.find(town)) === undefined) {
    said.out(words.nothing(town));
    return 0;
  }
  said.out(days === 0 ? words.atOnce(town) : words.kept(town, days, localDate(until, settings.timeZone)));
  if (!yes) {
    said.out(words.wouldDo);
    return 1;
  }
  if (!(await linkKeys.rotate(town, { at, until }))) return 1;
  said.out(words.done(town));
  return 0;
}

interface DoorCall {
  readonly stage: string | undefined;
  readonly town: string | undefined;
  readonly yes: boolean;
}

/** The door's key is the stage's, and made by its deployment: the settings say which is shown. */
function rotateDoor({ stage, town, yes }: DoorCall, words: (typeof ROTATE_WORDS)['en'], said: Said): number {
  if (stage === undefined || town !== undefined) {
    said.err(words.doorOfStage);
    return 2;
  }
  const { edge } = readSettings(SETTINGS, stage);
  if (edge === undefined) {
    said.out(words.noDoor(stage));
    return 0;
  }
  const next = (edge.doorKey ?? 1) + 1;
  said.out(words.doorMeans(stage, next));
  if (!yes) {
    said.out(words.wouldDo);
    return 1;
  }
  changeSettings(SETTINGS, stage, { edge: { ...edge, doorKey: next } });
  said.out(words.doorNext(stage));
  return 0;
}
