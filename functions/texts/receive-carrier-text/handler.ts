import { submissionOf } from '../../../adapters/contact.js';
import { log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import type { CarrierInbound } from '../../../domain/town/carrier-schema.js';
import type { TownSettings } from '../../../domain/town/schema.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { readBody, readForm } from '../../http/read-body.js';
import { sameText } from '../../http/same-text.js';
import { carriedTextSchema, LONGEST_TEXT } from './carried-text-schema.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { isAmong } from '../../http/is-among.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

type Effects = Services<typeof FUNCTION>;

/**
 * `POST /carrier/{secretPath}`: a text that a town's own carrier hands over. It is published where AWS's own two-way
 * SMS publishes, and only then said to be taken. A repeat is published and answered like the first: whoever acts on
 * texts knows it by its id.
 */
export const createReceiveCarrierText = (services: Effects) =>
  routeHandler('receive-carrier-text', ROUTES, {
    take: async (call) => {
      const { settings, inbound } = await whoseCarrier(services, call);
      const town = settings.id;
      if (!isAmong(inbound.addresses, call.event.requestContext.http.sourceIp)) {
        log('warn', 'carrier calls from an address that is not its own', { town });
        throw new Problem('not-allowed');
      }
      const text = readText(call, settings, inbound);
      // Some carriers make ids of numbers and times; a hash says nothing, and has no characters that keys are made
      // with.
      const id = submissionOf(`carrier ${town} ${text.id}`);
      await services.inboundTopic.publish({ id, from: text.from, to: settings.sms.number, body: text.body });
      log('info', 'text handed over', { town, inbound: id });
      return call.answer(202, { id: text.id });
    },
  });

/** The town and its secret, as `npm run town -- carrier --receive` joins them. */
const PATH = /^(?<town>[a-z][a-z0-9-]*)\.[\w-]{20}$/;

/** The town whose carrier knows this path. Whatever is wrong, the caller hears only that nothing is here. */
async function whoseCarrier(
  { towns, carrierPaths }: Effects,
  { params }: CallOf<typeof ROUTES.take>,
): Promise<{ settings: TownSettings; inbound: CarrierInbound }> {
  const path = params.secretPath;
  const id = PATH.exec(path)?.groups?.['town'];
  if (id === undefined) throw new Problem('not-found');
  const hash = await carrierPaths.hash(id);
  if (!sameText(submissionOf(path), hash ?? '')) throw new Problem('not-found');
  const { settings } = (await towns.load(id)).town;
  const { carrier } = settings.sms;
  if (carrier.kind !== 'http' || carrier.inbound === undefined) throw new Problem('not-found');
  return { settings, inbound: carrier.inbound };
}

function readText(call: HttpCall, settings: TownSettings, { format, names }: CarrierInbound) {
  const schema = carriedTextSchema(settings, names);
  const fields =
    format === 'form'
      ? readForm(call, schema, { longest: LONGEST_TEXT })
      : readBody(call, schema, { longest: LONGEST_TEXT });
  const { [names.id]: id = '', [names.from]: from = '', [names.body]: body = '' } = fields;
  return { id, from, body };
}
