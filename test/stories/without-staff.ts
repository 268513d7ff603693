import type { Town } from '../../domain/town/schema.js';

/** The town once these have left, and nobody has come in their place. */
export const withoutStaff =
  (...gone: readonly string[]) =>
  (town: Town): Town => ({
    ...town,
    staff: town.staff.filter(({ id }) => !gone.includes(id)),
    leave: town.leave.filter(({ staff }) => !gone.includes(staff)),
    grids: town.grids.map(({ posts, ...grid }) => ({
      ...grid,
      posts: Object.fromEntries(Object.entries(posts).filter(([, staff]) => !gone.includes(staff))),
    })),
  });
