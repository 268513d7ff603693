import type { Town } from '../../domain/town/schema.js';

/** Just before the weekly inspection: Monday at half past eight. */
export const BEFORE_THE_INSPECTION = Date.parse('2026-08-24T08:20:00+08:00');
export const LEADER = 'village-leader-1';
export const SECRETARY = 'area-secretary-1';

/** Two supervisors of the village of grids 52 and 53, and no visits: nothing but the inspection is texted. */
export const supervised = (town: Town): Town => ({
  ...town,
  households: [],
  supervisors: [
    { staff: LEADER, role: 'leader', village: 'zhukou' },
    { staff: SECRETARY, role: 'secretary', village: 'zhukou' },
  ],
});
