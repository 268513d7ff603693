import { localDate } from '../calendar/local-time.js';
import { DomainError } from '../domain-error.js';
import type { Department, Grid, Rung, Town } from '../town/schema.js';
import { metresBetween, middleOf } from '../geography/point.js';
import { inspectorsFor } from './inspectors.js';
import { isOnLeave } from './leave.js';

/** Where a climb begins: a grid's team (`alarm`: in an emergency; `team`: ends with it), a department, or a person. */
export type LadderStart =
  | { readonly ladder: 'grid' | 'alarm'; readonly grid: number }
  | { readonly ladder: 'team'; readonly grid: number }
  | {
      readonly ladder: 'department';
      readonly department: string;
      readonly except?: readonly string[] | undefined;
    }
  | { readonly ladder: 'inspection'; readonly except: readonly string[] }
  | { readonly ladder: 'person'; readonly staff: string };

/** Who is asked, on which rung (0 is the lowest), and whether there is no rung above. */
export interface Climbed {
  readonly staff: string;
  readonly rung: number;
  readonly last: boolean;
}

function departmentOf(town: Town, id: string): Department {
  const found = town.departments.find((department) => department.id === id);
  if (!found)
    throw new DomainError('DepartmentUnknown', `The town has no department ${id}.`, { department: id });
  return found;
}

function gridOf(town: Town, number: number): Grid {
  const found = town.grids.find((grid) => grid.number === number);
  if (!found) throw new DomainError('GridUnknown', `The town has no grid ${number}.`, { grid: number });
  return found;
}

/** The head of the nearest other grid that has one, by the distance of their middles; nobody where none has. */
function headOfNeighbour(town: Town, grid: Grid): string[] {
  const middle = middleOf(grid.polygon);
  const others = town.grids
    .filter(({ number }) => number !== grid.number)
    .flatMap(({ polygon, posts: { a: head } }) =>
      head === undefined ? [] : [{ head, far: metresBetween(middle, middleOf(polygon)) }],
    )
    .toSorted((a, b) => a.far - b.far);
  return others.slice(0, 1).map(({ head }) => head);
}

/** The people of a rung; a vacant post keeps its place, so that the rungs above keep their numbers. */
type People = readonly (string | undefined)[];

function staffOfRung(town: Town, rung: Rung, grid: Grid): People {
  switch (rung) {
    case 'post-a':
      return [grid.posts.a];
    case 'post-b':
      return [grid.posts.b];
    case 'post-c':
      return [grid.posts.c];
    case 'neighbour':
      return headOfNeighbour(town, grid);
    default:
      return departmentOf(town, rung.department).contacts;
  }
}

/** The departments above this one: those of the town's ladder, or the later ones when it is on the ladder itself. */
function departmentsAbove(town: Town, id: string): string[] {
  const desks = town.settings.ladder.flatMap((rung) => (typeof rung === 'object' ? [rung.department] : []));
  return desks.slice(desks.lastIndexOf(id) + 1);
}

/** Where every post is vacant, and the ladder has nothing else, there is the duty desk. */
const orDutyDesk = (town: Town, rungs: readonly People[]): readonly People[] =>
  rungs.flat().some((staff) => staff !== undefined)
    ? rungs
    : [departmentOf(town, town.settings.departments.dutyDesk).contacts];

/** The people of each rung of the town's ladder, lowest first. */
function rungsFrom(town: Town, from: LadderStart): readonly People[] {
  switch (from.ladder) {
    case 'grid': {
      const grid = gridOf(town, from.grid);
      return orDutyDesk(
        town,
        town.settings.ladder.map((rung) => staffOfRung(town, rung, grid)),
      );
    }
    case 'alarm': {
      const grid = gridOf(town, from.grid);
      const { ladder, emergencyLadder = ladder } = town.settings;
      return emergencyLadder.map((rung) => staffOfRung(town, rung, grid)).filter((rung) => rung.length > 0);
    }
    case 'team': {
      const { a, b, c } = gridOf(town, from.grid).posts;
      return orDutyDesk(town, [[a], [b], [c]]);
    }
    case 'person':
      return [[from.staff]];
    case 'inspection':
      return [inspectorsFor(town, from.except)];
    case 'department': {
      const rungs = [from.department, ...departmentsAbove(town, from.department)].map(
        (id) => departmentOf(town, id).contacts,
      );
      return withoutThese(rungs, from.except);
    }
  }
}

/** The rungs without these people; where nobody is left, all of them. */
function withoutThese(
  rungs: readonly (readonly string[])[],
  except: readonly string[] = [],
): readonly (readonly string[])[] {
  const left = rungs
    .map((people) => people.filter((staff) => !except.includes(staff)))
    .filter((people) => people.length > 0);
  return left.length > 0 ? left : rungs;
}

/**
 * Who is to be asked: the person at `rung` or the next above who is not on leave at `at` (epoch ms). Every person of
 * the ladder is a rung of their own: a department's contacts follow each other; a vacant post is passed over. To climb
 * on, ask again with the answer's rung + 1; beyond the top it stays at the top. Somebody who holds two posts that
 * follow each other is not asked twice in a row. When everybody from here up is on leave, the first contact of the
 * highest rung is asked all the same: somebody must be.
 */
export function climb(town: Town, from: LadderStart, rung: number, at: number): Climbed {
  const rungs = rungsFrom(town, from);
  const people = rungs.flat();
  const top = people.length - 1;
  const today = localDate(at, town.settings.timeZone);
  const start = Math.min(Math.max(rung, 0), top);
  const askedBefore = rung <= top ? people[rung - 1] : undefined;
  for (let i = start; i <= top; i++) {
    const staff = people[i];
    if (staff === undefined || staff === askedBefore || isOnLeave(town.leave, staff, today)) continue;
    return { staff, rung: i, last: isLast(people, i) };
  }
  const highest = rungs.flatMap((rung) => rung.find((staff) => staff !== undefined) ?? []).at(-1);
  if (highest === undefined) throw new DomainError('LadderEmpty', 'The ladder has no rung.', {});
  return { staff: highest, rung: top, last: true };
}

/** No rung above, or only the same person again. */
const isLast = (people: People, i: number): boolean =>
  people.slice(i).every((staff) => staff === undefined || staff === people[i]);
