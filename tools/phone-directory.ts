import type { Bilingual } from '../domain/town/language.js';
import type { Department, Grid, Supervisor, Town } from '../domain/town/schema.js';
import type { Directory, DirectoryPerson } from '../web/phones/directory.js';

const POSTS: Readonly<Record<keyof Grid['posts'], Bilingual>> = {
  a: { 'zh-CN': 'A 岗（网格长）', en: 'A post (head)' },
  b: { 'zh-CN': 'B 岗', en: 'B post' },
  c: { 'zh-CN': 'C 岗', en: 'C post' },
};

const POST_NAMES = ['a', 'b', 'c'] as const;

function postRole(town: Town, grid: Grid, post: keyof Grid['posts']): Bilingual {
  const village = town.villages.find(({ id }) => id === grid.village)?.name ?? grid.name;
  return {
    'zh-CN': `${grid.number} 号网格 ${POSTS[post]['zh-CN']} · ${village['zh-CN']}`,
    en: `Grid ${grid.number} ${POSTS[post].en} · ${village.en}`,
  };
}

/** A department by its contacts: the first is asked first, the next ones stand in. */
function contactRole({ name, contacts }: Department, staff: string): Bilingual {
  const place = contacts.indexOf(staff) + 1;
  return place === 1
    ? name
    : { 'zh-CN': `${name['zh-CN']}（第 ${place} 联系人）`, en: `${name.en} (contact ${place})` };
}

const SUPERVISORS: Readonly<Record<Supervisor['role'], Bilingual>> = {
  leader: { 'zh-CN': '包村领导', en: 'Supervising leader' },
  secretary: { 'zh-CN': '责任区书记', en: 'Area secretary' },
};

/** One role however many villages there are. */
function supervisorRoles({ supervisors, villages }: Town, staff: string): Bilingual[] {
  return (['leader', 'secretary'] as const).flatMap((role) => {
    const theirs = supervisors.filter((supervisor) => supervisor.staff === staff && supervisor.role === role);
    const names = theirs.flatMap(({ village }) => villages.find(({ id }) => id === village)?.name ?? []);
    if (names.length === 0) return [];
    const { 'zh-CN': zh, en } = SUPERVISORS[role];
    return {
      'zh-CN': `${zh} · ${names.map((name) => name['zh-CN']).join('、')}`,
      en: `${en} · ${names.map((name) => name.en).join(', ')}`,
    };
  });
}

function personOf(town: Town, { id, name, phone }: Town['staff'][number]): DirectoryPerson {
  const posts = town.grids.flatMap((grid) =>
    POST_NAMES.filter((post) => grid.posts[post] === id).map((post) => ({ grid, post })),
  );
  const departments = town.departments.filter(({ contacts }) => contacts.includes(id));
  return {
    name,
    phone,
    roles: [
      ...departments.map((department) => contactRole(department, id)),
      ...supervisorRoles(town, id),
      ...posts.map(({ grid, post }) => postRole(town, grid, post)),
    ],
    grids: [...new Set(posts.map(({ grid }) => grid.number))],
  };
}

/**
 * What the Phones page is told about a town: everybody who can be texted, and where the residents' pages are.
 *
 * @param apiUrl the address of the residents' pages, without a slash at the end.
 */
export function phoneDirectory(town: Town, apiUrl: string): Directory {
  const { settings } = town;
  const [countryCode = ''] = settings.sms.countryCodes;
  return {
    town: { name: settings.name, sample: settings.sample, timeZone: settings.timeZone },
    smsNumber: settings.sms.number,
    countryCode,
    apiUrl,
    people: town.staff.map((person) => personOf(town, person)),
  };
}
