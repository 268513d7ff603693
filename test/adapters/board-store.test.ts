import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { BoardStore } from '../../adapters/board-store.js';
import { factsOf } from '../../domain/request/facts.js';
import { aRequest, MONDAY_9_AM } from '../domain/request/a-request.js';
import { tableMock } from './table-mock.js';

const DAY = 86_400_000;
const span = { from: MONDAY_9_AM, to: MONDAY_9_AM + DAY };

function setup() {
  const { table, dynamodb } = tableMock();
  return { board: new BoardStore(table), dynamodb };
}

const facts = factsOf(aRequest());
const open = { facts, status: 'received', boardSort: `n#${facts.id}` };
const closed = { ...open, status: 'closed', facts: { ...facts, closedAt: MONDAY_9_AM } };

describe('what was open since', () => {
  it('is found once, as it is at last, where it is closed while it is looked for', async () => {
    const { board, dynamodb } = setup();
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ Items: [open] })
      .resolves({ Items: [closed] });
    expect(await board.openSince('small-town', span)).toEqual([closed.facts]);
  });

  it('is read to the last page, with no more calls than it takes', async () => {
    const { board, dynamodb } = setup();
    const other = { ...open, facts: { ...facts, id: '8R4L0N3Y' } };
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ Items: [open], LastEvaluatedKey: { boardSort: open.boardSort } })
      .resolvesOnce({ Items: [other] })
      .resolves({ Items: [] });
    expect(await board.openSince('small-town', span)).toEqual([facts, other.facts]);
    expect(dynamodb.inputs(QueryCommand).map(({ Limit }) => Limit)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
