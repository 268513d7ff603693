import type { Taught } from '../../../adapters/taught-store.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { maySee } from '../../../domain/access/may-see.js';
import { exampleFrom } from '../../../domain/reading/teach.js';
import type { Person } from '../../../domain/request/record.js';
import type { Town } from '../../../domain/town/schema.js';
import { auditRequest } from '../audit.js';
import { type FieldError, Problem } from '../../http/problem.js';
import type { CorrectionBody, teachRoute } from '../../../contracts/console/reading.js';
import { taughtView } from './taught-view.js';
import type { Teaching } from './teaching.js';
import type { ConsoleCall, CallOf } from '../../http/route-handler.js';

const WORDS = {
  nothing: {
    'zh-CN': '请至少纠正类别、险情、村中的一项',
    en: 'must correct at least one of category, danger and village',
  },
  category: { 'zh-CN': '没有这个类别', en: 'is no category of the town' },
  village: { 'zh-CN': '没有这个村', en: 'is no village of the town' },
} as const;

function check(town: Town, { category, danger, village }: CorrectionBody, { language }: ConsoleCall): void {
  const errors: FieldError[] = [];
  if (category === undefined && danger === undefined && village === undefined)
    errors.push({ field: '', message: WORDS.nothing[language] });
  if (category !== undefined && !town.categories.some(({ id }) => id === category))
    errors.push({ field: '/category', message: WORDS.category[language] });
  if (village !== undefined && !town.villages.some(({ id }) => id === village))
    errors.push({ field: '/village', message: WORDS.village[language] });
  if (errors.length > 0) throw new Problem('invalid-body', errors);
}

/** Words that must not be in an example though the report has them. */
const personalOf = ({ name, phone, filedBy }: Person): string[] =>
  [name, phone, filedBy?.name, filedBy?.phone].flatMap((one) => one ?? []);

/**
 * `POST /admin/requests/{id}/reading`: keeps how the words of a request should have been read, without anything
 * personal in them. The request itself is not changed.
 */
export const teach = (services: Teaching) => async (call: CallOf<typeof teachRoute>) => {
  const { user, params, at } = call;
  const body = call.body();
  const id = readRequestId(params.id);
  const record = id === undefined ? undefined : await services.requests.find(user.town, id);
  if (!record || !maySee(user, record)) throw new Problem('not-found');
  const { town } = await services.towns.load(user.town);
  check(town, body, call);
  const corrected = Object.entries(body).map(([what, right]) => `${what} ${right}`);
  await auditRequest(services, call, record, 'reading.taught', corrected.join(', '));
  const person = await services.requests.findPerson(user.town, record.id);
  if (!person) throw new Problem('not-found');
  // People have since set right what the request is about, should it have been wrong.
  const example = exampleFrom(
    town,
    person.description,
    { category: record.category, ...body },
    personalOf(person),
  );
  if (example.words === '') throw new Problem('nothing-to-learn');
  const taught: Taught = { request: record.id, example, who: user.id, name: user.name, at };
  await services.taught.add(user.town, taught);
  return call.answer(201, taughtView(taught));
};
