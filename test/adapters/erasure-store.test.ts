import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { ErasureStore } from '../../adapters/erasure-store.js';
import { tableMock } from './table-mock.js';

const AT = '2026-08-24T01:00:00.000Z';
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'reported#': ['NEW', 'BEGUN'],
  'request#': ['OLD'],
  'erased#': ['BEGUN'],
};

describe('the requests of a number', () => {
  it('are found through their persons, of before through their records, and once where their erasure has begun', async () => {
    const { table, dynamodb } = tableMock();
    dynamodb.on(QueryCommand).callsFake(({ ExpressionAttributeValues: values = {} }) => {
      const kind = String(values[':kind']);
      return { Items: (PLACES[kind] ?? []).map((id) => ({ contactSort: `${kind}${AT}#${id}` })) };
    });
    const found = await new ErasureStore(table).requestsOf('small-town', 'phone:hashed');
    expect(found).toEqual(['NEW', 'BEGUN', 'OLD'].map((id) => ({ id, createdAt: Date.parse(AT) })));
  });
});
