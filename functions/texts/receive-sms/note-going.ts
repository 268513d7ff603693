import type { Services } from '../../../adapters/services.js';
import { withEntry } from '../../../domain/request/decision.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { changeRequest } from '../../use-cases/change-request.js';

export interface Going {
  readonly far: 'on-the-way' | 'on-site';
  /** A staff id. */
  readonly by: string;
  readonly note: string;
  readonly at: number;
}

/** Keeps in a request's timeline that somebody is on the way, or there. Done again it changes nothing. */
export const noteGoing = (
  services: Services<{ requests: 'read' | 'save' }>,
  town: string,
  request: string,
  going: Going,
): Promise<void> =>
  changeRequest(services, town, request, async (record) => ({
    record: isNoted(record, going) ? undefined : noted(record, going),
    result: undefined,
  }));

const isNoted = ({ timeline }: RequestRecord, { far, by, at }: Going): boolean =>
  timeline.some((entry) => entry.type === far && entry.by === by && entry.at === at);

const noted = (record: RequestRecord, { far, by, note, at }: Going): RequestRecord =>
  withEntry(record, { at, type: far, by, ...(note === '' ? {} : { note }) });
