import type { LogEntry } from '../../../adapters/text-log.js';
import type { LoggedText } from '../../../adapters/text-log-keys.js';
import { maskPhone } from '../../../domain/access/mask.js';
import { DIRECTIONS } from '../../../domain/sms/direction.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { maskReceived, maskSent } from '../../../domain/sms/mask-text.js';
import { smsParts } from '../../../domain/texts/sms-parts.js';
import type { Town } from '../../../domain/town/schema.js';
import { isoOf } from '../words.js';
import type { TextRow } from '../../../contracts/console/texts.js';

/** One line of the log: whose number it was is told where it is one of the staff's. */
export function textRow({ direction, id, at, number, body, request, state }: LogEntry, town: Town): TextRow {
  const staff = town.staff.find(({ phone }) => phone === number);
  const shown =
    direction === 'in' ? maskReceived(body, localDate(at, town.settings.timeZone)) : maskSent(town, body);
  return {
    id: `${direction}.${Buffer.from(id).toString('base64url')}`,
    at: isoOf(at),
    direction,
    number: maskPhone(number),
    ...(staff ? { staff: staff.id, staffName: staff.name } : {}),
    ...(request === undefined ? {} : { request }),
    parts: smsParts(body).parts,
    state,
    ...shown,
  };
}

/** The text that an id names; undefined for what is none. */
export function readTextId(text: string): LoggedText | undefined {
  const [word, id = ''] = text.split('.');
  const direction = DIRECTIONS.find((one) => one === word);
  return direction === undefined || id === ''
    ? undefined
    : { direction, id: Buffer.from(id, 'base64url').toString('utf8') };
}
