import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { isSealed } from '../../../domain/request/confidential.js';
import { contactOf } from '../../../domain/request/home-ladder.js';
import type { Person } from '../../../domain/request/record.js';
import type { Town } from '../../../domain/town/schema.js';
import { given } from '../../../domain/words/given.js';
import { enteredBody, type enterRoute } from '../../../contracts/console/entered.js';
import { auditRequest } from '../audit.js';
import { Problem } from '../../http/problem.js';
import { readBody } from '../../http/read-body.js';
import { type CallOf, type ConsoleCall, routeHandler } from '../../http/route-handler.js';
import { personsPhone } from '../../http/town-phone.js';
import { type Submission, takeInRequest } from '../../use-cases/take-in-request.js';
import type { FUNCTION } from './function.js';
import { ofTown } from './of-town.js';
import { readSaid } from './read-said.js';
import { ROUTES } from './routes.js';

type Effects = Services<typeof FUNCTION>;

/** A report to the duty desk by telephone: how it would be read, and taking it in. */
export const createEnterRequest = (services: Effects) =>
  routeHandler('enter-request', ROUTES, {
    enter: (call) => enter(services, call),
    read: (call) => readSaid(services, call),
  });

/** `POST /admin/requests`: whoever called is the resident. */
async function enter(services: Effects, call: CallOf<typeof enterRoute>) {
  const { user, at } = call;
  const current = await services.towns.load(user.town);
  const { town } = current;
  const schema = enteredBody.extend({ phone: personsPhone(town.settings).optional() });
  const body = readBody(call, ofTown(town, schema));
  const { language = town.settings.defaultLanguage, name, phone, description, ...where } = body;
  const said = JSON.stringify([phone, description, where]);
  const taking: Submission = {
    submission: `telephone ${localDate(at, town.settings.timeZone)} ${said}`,
    at,
    channel: 'telephone',
    language,
    ...where,
    person: { ...told(town, call, phone), description, ...given({ name }) },
  };
  const record = await takeInRequest(services, current, taking, (report) =>
    auditRequest(services, call, report.record, 'request.entered'),
  );
  return call.answer(202, { id: record.id, ...(isSealed(record) ? { sealed: true } : {}) });
}

/** Whom the texts go to: whoever called or, where they gave no number, whoever took it down, who calls them back. */
function told(
  town: Town,
  { user, at }: ConsoleCall,
  phone: string | undefined,
): Pick<Person, 'phone' | 'filedBy'> {
  if (phone !== undefined) return { phone };
  const desk = user.staff ?? contactOf({ town }, town.settings.departments.dutyDesk, at);
  const person = town.staff.find(({ id }) => id === desk);
  if (!person) throw new Problem('forbidden');
  return { phone: person.phone, filedBy: { name: person.name, phone: person.phone } };
}
