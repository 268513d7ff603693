import { submissionOf } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import type { CurrentTown } from '../../../adapters/town-store.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { readWords } from '../../../domain/reading/read-words.js';
import { hearsRemarks, isDangerBeside, isRemarked } from '../../../domain/request/remark.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { admitOnPage } from '../../http/caller-limits.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { addRemark } from '../../use-cases/add-remark.js';
import { isComplaintBeside, takeComplaintBeside } from '../../use-cases/complaint-beside.js';
import { takeInRequest } from '../../use-cases/take-in-request.js';
import { admitRemark } from './admit-remark.js';

type Effects = Services<{
  callers: 'count';
  floods: 'hold';
  requests: 'read' | 'save' | 'create' | 'readPerson' | 'tellMore';
  texts: 'send';
  towns: 'readProgramme';
  workflow: 'startRequests';
}>;

/**
 * A remark of its resident reaches whoever has the request. A danger of its own becomes a request of its own, whose
 * number is answered; so does a complaint about staff, of which nobody is told here.
 */
export async function takeRemark(
  services: Effects,
  current: CurrentTown,
  record: RequestRecord,
  words: string,
  call: HttpCall,
): Promise<string | undefined> {
  const { town } = current;
  const { at } = call;
  if (!hearsRemarks(record, town.settings, at)) throw new Problem('not-open');
  const day = localDate(at, town.settings.timeZone);
  // The same words sent twice by a slow network are said once; on another day they are said again.
  const key = submissionOf(`http remark ${record.id} ${words} ${day}`);
  if (isDangerBeside(record, readWords(town, words), town, at))
    return openDanger(services, current, record, { words, key, call });
  if (isComplaintBeside(town, record, words))
    await takeComplaintBeside(services, current, record, {
      note: words,
      key,
      at,
      admit: (phone) => admitOnPage(services, town, call, phone),
    });
  else {
    if (!isRemarked(record, key)) await admitRemark(services, town, record, { words, call });
    await addRemark(services, town, record, { words, at, key });
  }
  return undefined;
}

/** A danger without a place in its words is where the request is; beside a complaint it is kept from its subject. */
async function openDanger(
  services: Effects,
  current: CurrentTown,
  { town, id, language, confidential, ...where }: RequestRecord,
  { words, key, call }: { words: string; key: string; call: HttpCall },
): Promise<string> {
  const { village, group } = confidential ? { ...where, ...confidential } : where;
  const { location: _elsewhere, form: _form, ...person } = await services.requests.person(town, id);
  const said = readWords(current.town, words).place;
  const opened = await takeInRequest(
    services,
    current,
    {
      submission: `beside ${key}`,
      at: call.at,
      channel: 'web',
      language,
      ...(said.village === undefined ? { village, group } : {}),
      anonymous: person.nameWithheld,
      ...(confidential ? { aboutStaff: true, about: confidential.about } : {}),
      person: { ...person, description: words },
    },
    admitOnPage(services, current.town, call, person.phone),
  );
  return opened.id;
}
