import type { ReceptionRecord } from '../domain/reception/reception-record.js';
import type { ReceptionFacts } from '../domain/statistics/history-facts.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { historyOf, key } from './table-keys.js';
import { given } from '../domain/words/given.js';

/** People who came in person, each reception one item that is never changed. */
export class ReceptionStore {
  constructor(private readonly table: Table) {}

  /** Stores a reception once; false when it was stored before. */
  record(reception: ReceptionRecord): Promise<boolean> {
    const { id, at, grid, people, place } = reception;
    const facts: ReceptionFacts = { id, at, people, ...given({ grid, place }) };
    return unlessConditionFails(
      this.table.put({
        Item: {
          ...reception,
          pk: key(reception.town, 'reception', id),
          sk: 'reception',
          ...historyOf('reception', reception),
          facts,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  }
}
