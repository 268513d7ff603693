import { typicalFields } from './typical-form.js';
import type { Bilingual } from '../domain/words/language.js';
import type { Category, Department, Grid, Programme, Supervisor, Town } from '../domain/town/schema.js';
import type { Directory, DirectoryPerson, GuidedCase } from '../web/phones/directory.js';

const POSTS: Readonly<Record<keyof Grid['posts'], Bilingual>> = {
  a: { 'zh-CN': 'A 岗（网格长）', en: 'A post (head)' },
  b: { 'zh-CN': 'B 岗', en: 'B post' },
  c: { 'zh-CN': 'C 岗', en: 'C post' },
};

const POST_NAMES = ['a', 'b', 'c'] as const;

function postRole(town: Town, grid: Grid, post: keyof Grid['posts']): Bilingual {
  const village = town.villages.find(({ id }) => id === grid.village)?.name ?? grid.name;
  return {
    'zh-CN': `第${grid.number}网格 ${POSTS[post]['zh-CN']} · ${village['zh-CN']}`,
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

const GUIDED = [
  { path: 'same-day', resident: '21' },
  { path: 'programme', resident: '22' },
] as const;

/** The beginnings of the guided residents' numbers, by calling code: nobody has them. Ireland has a range for drama. */
const INVENTED: Readonly<Record<string, string>> = { '353': '+3532091100' };
const inventedNumber = (countryCode: string, end: string): string =>
  `${INVENTED[countryCode] ?? `+${countryCode}199111100`}${end}`;

const GUIDED_TITLES: Readonly<Record<(typeof GUIDED)[number]['path'], (category: Category) => Bilingual>> = {
  'same-day': ({ name }) => ({
    'zh-CN': `当日办结：${name['zh-CN']}`,
    en: `Settled the same day: ${name.en}`,
  }),
  programme: ({ name }) => ({
    'zh-CN': `部门协办：${name['zh-CN']}`,
    en: `With the departments: ${name.en}`,
  }),
};

/** By which an application is handed in by text. */
const FORM: Bilingual = { 'zh-CN': '表', en: 'form' };

/** A text to begin with, somebody who takes it, every step of the work, and the resident at the end. */
const stepsOf = (programme: Programme | undefined): number =>
  3 + (programme?.stages.reduce((sum, { steps }) => sum + steps.length, 0) ?? 1);

/** One case that ends within the grid, and one that departments work on, in the town's own places and words. */
function guidedCases({ settings, villages, categories, programmes }: Town): GuidedCase[] {
  const language = settings.defaultLanguage;
  const village = villages.find(({ groups }) => groups.length > 0);
  const group = village?.groups[0]?.number ?? 1;
  const place =
    language === 'en' ? `${village?.name.en} group ${group}` : `${village?.name['zh-CN']}${group}组`;
  const words =
    language === 'en'
      ? { done: 'done (sample)', day: 'tomorrow 9:00', asksForDay: '1 date', asksIfDone: '1 done' }
      : { done: '已办好（示例）', day: '明天上午9点', asksForDay: '预约', asksIfDone: '1办结' };
  return GUIDED.flatMap(({ path, resident }) => {
    const category = categories.find((one) => one.path === path && one.keywords.length > 0);
    if (!category) return [];
    const isChinese = (word: string) => /[\u4e00-\u9fff]/.test(word);
    const keyword = category.keywords.find((word) => isChinese(word) !== (language === 'en'));
    const programme = programmes.find(({ id }) => id === category.programme);
    const phone = inventedNumber(settings.sms.countryCodes[0] ?? '', resident);
    return {
      id: path,
      title: GUIDED_TITLES[path](category),
      resident: phone,
      says: `${place} ${keyword ?? category.name[language]}`,
      steps: stepsOf(programme),
      form: programme ? `${FORM[language]} ${typicalFields(programme, language)}` : '',
      ...words,
    };
  });
}

/**
 * What the Phones page is told about a town: everybody who can be texted, where the residents' pages are, and which
 * other towns there are.
 *
 * @param apiUrl the address of the residents' pages, without a slash at the end.
 */
export function phoneDirectory(town: Town, apiUrl: string, others: Directory['others'] = []): Directory {
  const { settings } = town;
  const [countryCode = ''] = settings.sms.countryCodes;
  return {
    town: {
      name: settings.name,
      language: settings.defaultLanguage,
      sample: settings.sample,
      timeZone: settings.timeZone,
    },
    smsNumber: settings.sms.number,
    countryCode,
    apiUrl,
    people: town.staff.map((person) => personOf(town, person)),
    guided: settings.sample ? guidedCases(town) : [],
    others,
  };
}
