import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import type { Town } from '../../../domain/town/schema.js';
import { wrong } from '../../../domain/words/wrong-values.js';
import { enteredBody, type enterRoute } from '../../../contracts/console/entered.js';
import { audit } from '../audit.js';
import { readBody } from '../../http/read-body.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';
import { personsPhone } from '../../http/town-phone.js';
import { takeInRequest } from '../../use-cases/take-in-request.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';

type Effects = Services<typeof FUNCTION>;

/** `POST /admin/requests`: what somebody told the duty desk by telephone; whoever called is the resident. */
export const createEnterRequest = (services: Effects) =>
  routeHandler('enter-request', ROUTES, { enter: (call) => enter(services, call) });

async function enter(services: Effects, call: CallOf<typeof enterRoute>) {
  const { user, at } = call;
  const current = await services.towns.load(user.town);
  const { settings } = current.town;
  const {
    language = settings.defaultLanguage,
    name,
    phone,
    description,
    ...where
  } = readBody(call, schemaOf(current.town));
  await audit(services, call, { action: 'request.entered' });
  const said = JSON.stringify([phone, description, where]);
  const { id } = await takeInRequest(services, current, {
    submission: `telephone ${localDate(at, settings.timeZone)} ${said}`,
    at,
    channel: 'telephone',
    language,
    ...where,
    person: { phone, description, ...(name === undefined ? {} : { name }) },
  });
  return call.answer(202, { id });
}

/** The same for one town: its villages, groups and categories are the only ones there are. */
const schemaOf = ({ settings, villages, categories }: Town) => {
  const { shape } = enteredBody;
  return enteredBody
    .extend({
      phone: personsPhone(settings),
      village: shape.village.refine(
        (id) => id === undefined || villages.some((village) => village.id === id),
        wrong('no-village'),
      ),
      category: shape.category.refine(
        (id) => id === undefined || categories.some((category) => category.id === id),
        wrong('no-category'),
      ),
    })
    .refine(
      ({ village: id, group }) =>
        group === undefined ||
        villages.some(
          (village) => village.id === id && village.groups.some(({ number }) => number === group),
        ),
      { path: ['group'], error: wrong('no-group') },
    );
};
