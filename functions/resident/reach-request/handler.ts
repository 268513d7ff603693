import type { Services } from '../../../adapters/services.js';
import { typedNumber } from '../../../contracts/pages/request-number.js';
import { trackingCodeBody, trackingKeyBody } from '../../../contracts/resident/request.js';
import { CODE_MINUTES } from '../../../domain/access/staff-sign-in.js';
import { readBody, readForm } from '../../http/read-body.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';
import { Problem } from '../../http/problem.js';
import type { HttpCall } from '../../http/http-handler.js';
import { townPhone } from '../../http/town-phone.js';
import { whichTown } from '../../http/which-town.js';
import { mustBeFromOurPage } from '../plain-pages/from-our-page.js';
import { goTo, plainPage } from '../plain-pages/plain-page.js';
import { problemOfPage } from '../plain-pages/problem-of-page.js';
import { codeForm, trackForms } from '../plain-pages/track-forms.js';
import { visitOf } from '../plain-pages/visit.js';
import { requestByCode, WRONG_CODE } from './request-by-code.js';
import { sendCode } from './send-code.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';

type Effects = Services<typeof FUNCTION>;

/** Whoever lost the key of a request has its number, and the phone that it was reported with. */
export const createReachRequest = (services: Effects) =>
  routeHandler(
    'reach-request',
    ROUTES,
    {
      askForCode: (call) => askForCode(services, call),
      reach: (call) => reach(services, call),
      plainCode: (call) => plainCode(services, call),
      plainReach: (call) => plainReach(services, call),
    },
    problemOfPage,
  );

/** `POST /requests/codes`: answered the same, by the same calls, whether number and phone belong together or not. */
async function askForCode(services: Effects, call: CallOf<typeof ROUTES.askForCode>) {
  const { town } = await whichTown(services, call.event);
  const given = readBody(call, trackingCodeBody.extend({ phone: townPhone(town.settings) }));
  const asked = await sendCode(services, town, call, given);
  return call.answer(202, { minutes: CODE_MINUTES, asked });
}

/** `POST /requests/keys`: a wrong number, a wrong phone and a wrong code are answered alike, and by the same calls. */
async function reach(services: Effects, call: CallOf<typeof ROUTES.reach>) {
  const { town } = await whichTown(services, call.event);
  const given = readBody(call, trackingKeyBody.extend({ phone: townPhone(town.settings) }));
  const record = await requestByCode(services, town, call, given);
  if (!record) throw new Problem('invalid-body', [{ field: '/code', message: WRONG_CODE[call.language] }]);
  return call.answer(201, { id: record.id, trackingKey: record.trackingKey });
}

/** `POST /plain/codes`: the form for the code, whatever number and phone were typed. */
async function plainCode(services: Effects, call: HttpCall) {
  mustBeFromOurPage(call);
  const { town } = await whichTown(services, call.event);
  const visit = visitOf(call.event, town);
  const typed = readForm(call, trackingCodeBody);
  const number = typedNumber(typed.number);
  const phone = townPhone(town.settings).safeParse(typed.phone).data;
  const body =
    phone === undefined || number === ''
      ? trackForms(visit, { failed: 'phone' })
      : codeForm(visit, { ...typed, asked: await sendCode(services, town, call, { number, phone }) });
  return plainPage(visit, { ...PAGE, heading: visit.messages.track.heading, body });
}

/** `POST /plain/keys`: goes on to the request. */
async function plainReach(services: Effects, call: HttpCall) {
  mustBeFromOurPage(call);
  const { town } = await whichTown(services, call.event);
  const visit = visitOf(call.event, town);
  const typed = readForm(call, trackingKeyBody);
  const phone = townPhone(town.settings).safeParse(typed.phone).data ?? '';
  const record = await requestByCode(services, town, call, { ...typed, phone });
  if (record) return goTo(visit.address(`/plain/r/${record.id}`, { key: record.trackingKey }));
  const body = codeForm(visit, { ...typed, asked: typed.asked ?? '' }, WRONG_CODE);
  return plainPage(visit, { ...PAGE, heading: visit.messages.track.heading, body, status: 422 });
}

const PAGE = { path: '/plain/track', current: 'track' } as const;
