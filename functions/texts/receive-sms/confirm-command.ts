import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import type { Command } from '../../../domain/sms/command.js';
import { type Doubtable, readConfirmation, restate } from '../../../domain/sms/confirm-command.js';
import { parseText } from '../../../domain/sms/parse-text.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

/** A command that its sender was asked about, and confirmed: it counts from when it was first texted, once. */
export interface Confirmed {
  readonly key: string;
  readonly at: number;
}

/** Asks whether a command is meant as it stands; the next text says so. */
export async function askWhetherMeant(
  { inbound }: Services<{ inbound: 'remember' }>,
  { current, sender, text }: Received,
  command: Doubtable,
  question: Reply,
): Promise<Reply> {
  await inbound.begin(current.town.settings.id, sender.contact, {
    code: '',
    option: 'said',
    note: '',
    command: restate(command),
    at: text.at,
    by: text.id,
  });
  return { ...question, begins: true };
}

export type Meant =
  | { readonly is: 'no' }
  | { readonly is: 'meant'; readonly command: Command; readonly confirmed: Confirmed | undefined };

/**
 * The command of the sender's last text that this one confirms, completes or takes back; undefined where it says
 * something else.
 */
export function confirmedBy({ current, sender, text }: Received): Meant | undefined {
  const { begun } = sender;
  if (begun?.command === undefined) return undefined;
  // A bare digit may be meant for an ask that was put to them since then.
  if (sender.asks.some(({ state, askedAt }) => state === 'open' && askedAt > begun.at)) return undefined;
  const { command } = parseText(begun.command, localDate(begun.at, current.town.settings.timeZone));
  if (!isDoubtable(command)) return undefined;
  const said = readConfirmation(command, text.body);
  if (!said) return undefined;
  if (said.says === 'no') return { is: 'no' };
  if (command.name === 'erase-data')
    return { is: 'meant', command: { ...command, sure: true }, confirmed: undefined };
  return said.says === 'completed'
    ? { is: 'meant', command: said.command, confirmed: undefined }
    : { is: 'meant', command, confirmed: { key: begun.by, at: begun.at } };
}

const DOUBTABLE: ReadonlySet<string | undefined> = new Set<Doubtable['name']>([
  'visit',
  'visit-people',
  'reception',
  'erase-data',
]);
const isDoubtable = (command: Command | undefined): command is Doubtable => DOUBTABLE.has(command?.name);
