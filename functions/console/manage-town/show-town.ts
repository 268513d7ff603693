import { mayDo } from '../../../domain/access/permissions.js';
import { maskPhone } from '../../../domain/access/mask.js';
import type { Staff, Town } from '../../../domain/town/schema.js';
import { audit } from '../audit.js';
import type { ConsoleCall } from '../console-routes.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { TOWN_PARTS, type TownAnswer, type TownPart } from '../../../contracts/console-town.js';
import type { Managing } from './managing.js';

const isPart = (name: string): name is TownPart => TOWN_PARTS.some((part) => part === name);

/** `GET /admin/town`: which version stands, since when, and how much is in it. */
export const showTown =
  ({ towns }: Managing) =>
  async ({ user }: ConsoleCall) => {
    const { version, town, madeAt } = await towns.open(user.town);
    const { villages, grids, households, staff, departments, categories, programmes } = town;
    const parts = { villages, grids, households, staff, departments, categories, programmes };
    const answer: TownAnswer = {
      id: user.town,
      version,
      ...(madeAt === undefined ? {} : { importedAt: new Date(madeAt).toISOString() }),
      counts: Object.fromEntries(Object.entries(parts).map(([part, list]) => [part, list.length])),
    };
    return json(200, answer);
  };

/** `GET /admin/town/{part}`: a part as it is stored; phones of staff whole only for whoever may see them, which is noted. */
export const showPart = (services: Managing) => async (call: ConsoleCall) => {
  const part = call.event.pathParameters?.['part'] ?? '';
  if (!isPart(part)) throw new Problem('not-found');
  const { version, town } = await services.towns.load(call.user.town);
  if (part !== 'staff') return json(200, { version, ...partOf(town, part) });
  return json(200, { version, staff: await phonesFor(services, call, town.staff) });
};

/** `GET /admin/town/programmes/{id}`. */
export const showProgramme =
  ({ towns }: Managing) =>
  async ({ event, user }: ConsoleCall) => {
    const { version, town } = await towns.load(user.town);
    const programme = town.programmes.find(({ id }) => id === event.pathParameters?.['id']);
    if (!programme) throw new Problem('not-found');
    return json(200, { version, programme });
  };

async function phonesFor(
  services: Managing,
  call: ConsoleCall,
  staff: readonly Staff[],
): Promise<readonly Staff[]> {
  if (!mayDo(call.user.roles, 'staff.phones'))
    return staff.map((person) => ({ ...person, phone: maskPhone(person.phone) }));
  await audit(services, call, { action: 'phones.read', detail: String(staff.length) });
  return staff;
}

function partOf(town: Town, part: Exclude<TownPart, 'staff'>): Readonly<Record<string, unknown>> {
  if (part !== 'posts') return { [part]: town[part] };
  return { posts: town.grids.map(({ number, posts }) => ({ grid: number, ...posts })) };
}
