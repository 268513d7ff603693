import { findRepeats } from './find-repeats.js';
import { checkStaffNamed } from './check-staff-named.js';
import type { KnownIds } from './known-ids.js';
import type { Grid, Staff, Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Who may hold a post: the "1+1+1" of town cadre, village cadre, and group leader or community administrator. */
const DUTIES = {
  a: ['town-cadre'],
  b: ['village-cadre'],
  c: ['group-leader', 'community-administrator'],
} as const satisfies Record<keyof Grid['posts'], readonly Staff['duty'][]>;

/** Grids are numbered once, lie in a known village, and have nobody on two posts; a post may be vacant. */
export const checkGrids = (town: Town, known: KnownIds): TownProblem[] => [
  ...findRepeats(town.grids, (grid) => grid.number).map(({ index, key }) =>
    problemAt(['grids', index, 'number'], {
      'zh-CN': `网格 ${key} 重复，请只保留一个`,
      en: `grid ${key} is there twice; keep one`,
    }),
  ),
  ...town.grids.flatMap((grid, index) =>
    known.has('villages', grid.village)
      ? []
      : [
          problemAt(['grids', index, 'village'], {
            'zh-CN': `没有村“${grid.village}”，请填写 villages.csv 中的村`,
            en: `there is no village "${grid.village}"; name one of villages.csv`,
          }),
        ],
  ),
  ...town.grids.flatMap((grid, index) => checkPosts(grid, index, town, known)),
];

function checkPosts(grid: Grid, index: number, town: Town, known: KnownIds): TownProblem[] {
  const posts = (['a', 'b', 'c'] as const).map((post) => ({ post, staff: grid.posts[post] }));
  const repeats = findRepeats(posts, ({ staff }) => staff).map(({ index: at, first, key }) =>
    problemAt(['grids', index, 'posts', posts[at]?.post ?? 'a'], {
      'zh-CN': `“${key}”已任 ${posts[first]?.post.toUpperCase()} 岗，同一网格的各岗不能由一人兼任`,
      en: `"${key}" already holds post ${posts[first]?.post.toUpperCase()}; a grid's posts are held by different people`,
    }),
  );
  const unfit = posts.flatMap(({ post, staff }) => {
    if (staff === undefined) return [];
    const path = ['grids', index, 'posts', post];
    const duty = town.staff.find((person) => person.id === staff)?.duty;
    const fit: readonly string[] = DUTIES[post];
    if (duty === undefined) return checkStaffNamed(known, staff, path);
    return fit.includes(duty)
      ? []
      : [
          problemAt(path, {
            'zh-CN': `“${staff}”的职务是 ${duty}，此岗应由 ${fit.join(' 或 ')} 担任`,
            en: `"${staff}" is a ${duty}; this post is for a ${fit.join(' or ')}`,
          }),
        ];
  });
  return [...repeats, ...unfit];
}
