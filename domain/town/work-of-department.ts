import type { Town } from './schema.js';

/** The categories whose matters a department works on: by the category itself, or by a step of its programme. */
export function categoriesOf({ categories, programmes }: Town, department: string): string[] {
  const steps = new Map(
    programmes.map(({ id, stages }) => [
      id,
      stages.flatMap((stage) => stage.steps).map(({ by }) => (typeof by === 'string' ? by : by.department)),
    ]),
  );
  return categories
    .filter((one) => one.department === department || steps.get(one.programme ?? '')?.includes(department))
    .map(({ id }) => id);
}
