import { GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type AskItem, AskStore, type RecordedAnswer } from '../../adapters/ask-store.js';
import { conditionFailed, tableMock, throttled } from './table-mock.js';

const AT = Date.parse('2026-08-24T09:00:00+08:00');
const anAsk = (changes: Partial<AskItem> = {}): AskItem => ({
  town: 'small-town',
  of: 'request',
  subject: '7Q3K9M2X',
  n: 3,
  code: 'K7Q3',
  kind: 'acceptance',
  options: ['accept', 'transfer'],
  until: AT + 3_600_000,
  askedAt: AT,
  state: 'open',
  contact: 'staff:a1',
  token: 'token-1',
  ...changes,
});
const answer: RecordedAnswer = { option: 'accept', by: 'a1', at: AT, key: 'message-1' };

function setup() {
  const { table, dynamodb } = tableMock();
  return { store: new AskStore(table), dynamodb };
}

describe('an ask', () => {
  it('lies beside its request, and is found by whom it was put to', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(PutItemCommand).resolves({});
    await store.put(anAsk());
    expect(dynamodb.inputs(PutItemCommand)[0]?.Item).toMatchObject({
      pk: 'small-town#request#7Q3K9M2X',
      sk: 'ask#0003',
      contactKey: 'small-town#contact#staff:a1',
      contactSort: 'ask#2026-08-24T01:00:00.000Z#7Q3K9M2X-3',
    });
  });

  it('of a joined report lies beside the first one, and is put to nobody', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(PutItemCommand).resolves({});
    await store.put(anAsk({ kind: 'joined', waitsFor: '2ABCDEFG', contact: undefined }));
    const item = dynamodb.inputs(PutItemCommand)[0]?.Item ?? {};
    expect([item['pk'], item['sk']]).toEqual(['small-town#request#2ABCDEFG', 'join#7Q3K9M2X']);
    expect(item).not.toHaveProperty('contactKey');
  });

  it('that was answered before stays as it is when it is put again', async () => {
    const { store, dynamodb } = setup();
    const answered = anAsk({ state: 'answered', answer });
    dynamodb.on(PutItemCommand).rejects(conditionFailed());
    dynamodb.on(GetItemCommand).resolves({ Item: answered });
    expect(await store.put(anAsk({ token: 'token-2' }))).toEqual(answered);
  });

  it('whose write is throttled fails', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(PutItemCommand).rejects(throttled());
    await expect(store.put(anAsk())).rejects.toThrow('slow down');
  });
});

describe('an answer', () => {
  it('comes back with the token of the latest try, not the one that was read', async () => {
    const { store, dynamodb } = setup();
    const stored = anAsk({ state: 'answered', answer, token: 'token-2' });
    dynamodb.on(UpdateItemCommand).resolves({ Attributes: stored });
    expect(await store.answer(anAsk(), answer)).toEqual({ taken: true, ask: stored });
  });

  it('takes the ask from among the open ones of its person', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(UpdateItemCommand).resolves({ Attributes: anAsk({ state: 'answered', answer }) });
    await store.answer(anAsk(), answer);
    expect(dynamodb.inputs(UpdateItemCommand)[0]?.ExpressionAttributeValues).toMatchObject({
      ':sort': 'answered#2026-08-24T01:00:00.000Z#7Q3K9M2X-3',
    });
  });

  it('to what nobody was put gives it no place among a person\u2019s', async () => {
    const { store, dynamodb } = setup();
    const joined = anAsk({ contact: undefined, waitsFor: '2ABCDEFG' });
    dynamodb.on(UpdateItemCommand).resolves({ Attributes: { ...joined, state: 'answered', answer } });
    await store.answer(joined, answer);
    expect(dynamodb.inputs(UpdateItemCommand)[0]?.UpdateExpression).not.toContain('contactSort');
  });

  it('that came second is not taken, and shows the first', async () => {
    const { store, dynamodb } = setup();
    const stored = anAsk({ state: 'answered', answer: { ...answer, key: 'message-0' } });
    dynamodb.on(UpdateItemCommand).rejects(conditionFailed());
    dynamodb.on(GetItemCommand).resolves({ Item: stored });
    expect(await store.answer(anAsk(), answer)).toEqual({ taken: false, ask: stored });
  });

  it('recorded before by the same message stands', async () => {
    const { store, dynamodb } = setup();
    const stored = anAsk({ state: 'answered', answer });
    dynamodb.on(UpdateItemCommand).rejects(conditionFailed());
    dynamodb.on(GetItemCommand).resolves({ Item: stored });
    expect(await store.answer(anAsk(), answer)).toEqual({ taken: true, ask: stored });
  });

  it('that is throttled fails, and is neither taken nor refused', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(UpdateItemCommand).rejects(throttled());
    await expect(store.answer(anAsk(), answer)).rejects.toThrow('slow down');
  });
});

describe('the asks of a person', () => {
  it('count what is open apart from what they answered, so that answering much hides nothing', async () => {
    const { store, dynamodb } = setup();
    const open = anAsk({ askedAt: AT - 86_400_000, code: 'A2BC' });
    const answered = Array.from({ length: 20 }, (_, i) =>
      anAsk({ n: i + 10, state: 'answered', askedAt: AT + i }),
    );
    dynamodb.on(QueryCommand).resolves({ Items: [open, ...answered] });
    const found = await store.ofContact('small-town', 'staff:a1');
    expect(found).toHaveLength(21);
    expect(found[0]).toMatchObject({ code: 'A2BC', state: 'open' });
    expect(dynamodb.inputs(QueryCommand)).toEqual([
      expect.objectContaining({
        ExpressionAttributeValues: expect.objectContaining({ ':low': 'answered#', ':high': 'ask#~' }),
        ScanIndexForward: false,
      }),
    ]);
  });

  it('are looked at apart where so many are open that what was answered would be left out', async () => {
    const { store, dynamodb } = setup();
    const open = Array.from({ length: 60 }, (_, i) => anAsk({ n: i + 1 }));
    const answered = anAsk({ n: 99, state: 'answered', code: 'A2BC' });
    dynamodb.on(QueryCommand).callsFake(({ ExpressionAttributeValues: values, Limit }) => ({
      Items: values?.[':high'] === 'answered#~' ? [answered] : open.slice(0, Number(Limit)),
    }));
    const found = await store.ofContact('small-town', 'staff:a1');
    expect(found).toHaveLength(61);
    expect(found.at(-1)).toMatchObject({ code: 'A2BC', state: 'answered' });
  });

  it('hold no token and no answer', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(QueryCommand).resolves({ Items: [anAsk({ answer })] });
    const [found] = await store.ofContact('small-town', 'staff:a1');
    expect(found).not.toHaveProperty('token');
    expect(found).not.toHaveProperty('answer');
  });
});

describe('the asks of a request', () => {
  it('are read to the last page', async () => {
    const { store, dynamodb } = setup();
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ Items: [anAsk({ n: 1 })], LastEvaluatedKey: { pk: 'a', sk: 'b' } })
      .resolves({ Items: [anAsk({ n: 2 })] });
    const found = await store.ofRequest('small-town', '7Q3K9M2X');
    expect(found.map(({ n }) => n)).toEqual([1, 2]);
    expect(dynamodb.inputs(QueryCommand)[1]?.ExclusiveStartKey).toEqual({
      pk: 'a',
      sk: 'b',
    });
  });
});
