import type { Bilingual } from '../words/language.js';
import type { KnownIds } from './known-ids.js';
import { type RingFault, ringFault } from './ring-faults.js';
import type { Town } from '../town/schema.js';
import { type TilingFault, tilingFaults } from './tiling-faults.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/**
 * Every place of the town lies in exactly one grid. Gaps are looked for only when every grid has a sound polygon: a
 * missing one would be a gap of its own.
 */
export function checkTiling(town: Town, known: KnownIds): TownProblem[] {
  const faults = town.grids.map(({ polygon }) => ringFault(polygon));
  const unsound = faults.flatMap((fault, index) =>
    fault ? [problemAt(['grids', index, 'polygon'], WORDS[fault])] : [],
  );
  const sound = town.grids.filter((_, index) => faults[index] === undefined);
  const whole = unsound.length === 0 && known.complete('grids');
  const found = tilingFaults(sound.map(({ number, polygon }) => ({ number, ring: polygon })));
  return [
    ...unsound,
    ...found.filter(({ kind }) => whole || kind === 'overlap').map((fault) => tilingProblem(town, fault)),
  ];
}

const WORDS: Readonly<Record<RingFault, Bilingual>> = {
  open: {
    'zh-CN': '多边形未闭合，请在末尾重复第一个顶点',
    en: 'the polygon is not closed; repeat its first corner at the end',
  },
  'too few corners': {
    'zh-CN': '多边形至少需要三个顶点',
    en: 'the polygon needs at least three corners',
  },
  'repeated corner': {
    'zh-CN': '多边形两次经过同一顶点，请删除一个',
    en: 'the polygon passes a corner twice; remove one',
  },
  'crosses itself': {
    'zh-CN': '多边形自相交，请沿边界依次列出顶点',
    en: 'the polygon crosses itself; list its corners in order around it',
  },
  'out of range': {
    'zh-CN': '顶点超出范围，请先写经度再写纬度',
    en: 'a corner is off the globe; longitude comes first, then latitude',
  },
};

/** An overlap is shown at the last grid that claims it, a gap at the first beside it. */
function tilingProblem(town: Town, { kind, plots, at, squareMetres }: TilingFault): TownProblem {
  const shownAt = kind === 'overlap' ? plots.at(-1) : plots[0];
  const index = town.grids.findLastIndex((grid) => grid.number === shownAt);
  const path = index < 0 ? ['grids'] : ['grids', index, 'polygon'];
  const place = at.map((degrees) => degrees.toFixed(6)).join(' ');
  const area = Math.round(squareMetres);
  const grids = [...new Set(plots)];
  return kind === 'overlap'
    ? problemAt(path, {
        'zh-CN': `网格 ${grids.join('、')} 在 ${place} 附近重叠 ${area} 平方米，每处只能属于一个网格`,
        en: `grids ${grids.join(' and ')} overlap by ${area} m² near ${place}; give each place to one grid`,
      })
    : problemAt(path, {
        'zh-CN': `网格 ${grids.join('、')} 之间 ${place} 附近有 ${area} 平方米不属于任何网格`,
        en: `a gap of ${area} m² near ${place}, between grids ${grids.join(', ')}, belongs to no grid`,
      });
}
