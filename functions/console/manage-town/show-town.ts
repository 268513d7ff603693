import { mayDo } from '../../../domain/access/permissions.js';
import { maskPhone } from '../../../domain/access/mask.js';
import type { Staff, Town } from '../../../domain/town/schema.js';
import { audit } from '../audit.js';
import { Problem } from '../../http/problem.js';
import {
  TOWN_PARTS,
  type TownPart,
  type townRoute,
  type townPartRoute,
  type programmeRoute,
} from '../../../contracts/console/town.js';
import type { Managing } from './managing.js';
import type { ConsoleCall, CallOf } from '../../http/route-handler.js';

const isPart = (name: string): name is TownPart => TOWN_PARTS.some((part) => part === name);

/** `GET /admin/town`: which version stands, since when, and how much is in it. */
export const showTown =
  ({ towns }: Managing) =>
  async (call: CallOf<typeof townRoute>) => {
    const { user } = call;
    const { version, town, madeAt } = await towns.open(user.town);
    const { villages, grids, households, staff, departments, categories, programmes } = town;
    const parts = { villages, grids, households, staff, departments, categories, programmes };
    return call.answer(200, {
      id: user.town,
      version,
      ...(madeAt === undefined ? {} : { importedAt: new Date(madeAt).toISOString() }),
      counts: Object.fromEntries(Object.entries(parts).map(([part, list]) => [part, list.length])),
    });
  };

/** `GET /admin/town/{part}`: a part as it is stored; phones of staff whole only for whoever may see them, which is noted. */
export const showPart = (services: Managing) => async (call: CallOf<typeof townPartRoute>) => {
  const { part } = call.params;
  if (!isPart(part)) throw new Problem('not-found');
  const { version, town } = await services.towns.load(call.user.town);
  if (part !== 'staff') return call.answer(200, { version, ...partOf(town, part) });
  return call.answer(200, { version, staff: await phonesFor(services, call, town.staff) });
};

/** `GET /admin/town/programmes/{id}`. */
export const showProgramme =
  ({ towns }: Managing) =>
  async (call: CallOf<typeof programmeRoute>) => {
    const { version, town } = await towns.load(call.user.town);
    const programme = town.programmes.find(({ id }) => id === call.params.id);
    if (!programme) throw new Problem('not-found');
    return call.answer(200, { version, programme });
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
  if (part === 'people') return { people: town.staff.map(({ id, name, duty }) => ({ id, name, duty })) };
  if (part !== 'posts') return { [part]: town[part] };
  return { posts: town.grids.map(({ number, posts }) => ({ grid: number, ...posts })) };
}
