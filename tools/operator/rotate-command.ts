import { parseArgs } from 'node:util';
import { localDate } from '../../domain/calendar/local-time.js';
import { languageOf } from '../language.js';
import { ROTATE_WORDS } from './rotate-words.js';
import { openDeployment, type Said, servicesOf, SHARED_OPTIONS } from './run-command.js';

const DAY = 86_400_000;
const MOST_DAYS = 366;

const readCall = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      days: { type: 'string', default: '30' },
      yes: { type: 'boolean', default: false },
      ...SHARED_OPTIONS,
    },
  });

/** `npm run rotate`. Exit codes: 0 done, or there is nothing to do; 1 nothing was done yet; 2 called wrongly. */
export async function rotateCommand(args: string[], said: Said): Promise<number> {
  const {
    values: { days: given, yes, help, lang, ...place },
    positionals: [town],
  } = readCall(args);
  const words = ROTATE_WORDS[languageOf(lang)];
  const days = /^\d{1,3}$/.test(given) ? Number(given) : Infinity;
  if (help || town === undefined || days > MOST_DAYS) {
    (help ? said.out : said.err)(help || town === undefined ? words.usage : words.badDays);
    return help ? 0 : 2;
  }
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
