import type { Visit, VisitFacts } from '../domain/visits/visit-record.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { historyOf, key } from './table-keys.js';

/** Visits to households, each one item that is never changed. */
export class VisitStore {
  constructor(private readonly table: Table) {}

  /** Stores a visit once; false when it was stored before. */
  record(visit: Visit): Promise<boolean> {
    const { id, at, grid, household, people } = visit;
    const facts: VisitFacts = { id, at, grid, household, people };
    return unlessConditionFails(
      this.table.put({
        Item: {
          ...visit,
          pk: key(visit.town, 'visit', id),
          sk: 'visit',
          ...historyOf('visit', visit),
          facts,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  }
}
