import { SHAPE } from '../../adapters/stored.js';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { AuditStore } from '../../adapters/audit-store.js';
import { tableMock, throttled } from './table-mock.js';

const ENTRY = {
  town: 'a-town',
  at: Date.parse('2026-08-24T09:00:00+08:00'),
  who: 'u1',
  name: '示例',
  action: 'person.read',
  subject: '7Q3K9M2X',
} as const;

function setup() {
  const { table, dynamodb } = tableMock();
  dynamodb.on(PutItemCommand).resolves({});
  const written = () => dynamodb.inputs(PutItemCommand).map((input) => input.Item ?? {});
  return { audits: new AuditStore(table), dynamodb, written };
}

describe('the audit trail', () => {
  it('is kept by town and day, and does not expire', async () => {
    const { audits, written } = setup();
    await audits.record(ENTRY, 'call-1');
    expect(written()).toEqual([
      {
        ...ENTRY,
        shape: SHAPE,
        pk: 'a-town#audit#2026-08-24',
        sk: '2026-08-24T01:00:00.000Z#call-1#person.read#7Q3K9M2X',
      },
    ]);
  });

  it('tells two acts of one call, and the same act of two calls, apart', async () => {
    const { audits, written } = setup();
    await audits.record(ENTRY, 'call-1');
    await audits.record({ ...ENTRY, subject: '7Q3K9M2Y' }, 'call-1');
    await audits.record(ENTRY, 'call-2');
    expect(new Set(written().map(({ sk }) => String(sk))).size).toBe(3);
  });

  it('fails what cannot be written down', async () => {
    const { audits, dynamodb } = setup();
    dynamodb.on(PutItemCommand).rejects(throttled());
    await expect(audits.record(ENTRY, 'call-1')).rejects.toThrow('slow down');
  });
});
