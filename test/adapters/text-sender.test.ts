import { PublishCommand, SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { SnsCarrier } from '../../adapters/sns-carrier.js';
import { TextSender } from '../../adapters/text-sender.js';
import { caseTown } from '../domain/request/case-town.js';
import { conditionFailed, tableMock, throttled } from './table-mock.js';

const town = caseTown();
const text = {
  purpose: '7Q3K9M2X/assign/0',
  to: '+8619900000099',
  body: 'sample words',
  at: 1_700_010_000_000,
};

function setup() {
  const { table, dynamodb } = tableMock();
  const client = new SNSClient({ region: 'us-east-1' });
  const sns = mockClient(client);
  dynamodb.on(GetItemCommand).resolves({});
  dynamodb.on(PutItemCommand).resolves({});
  dynamodb.on(QueryCommand).resolves({ Items: [] });
  sns.on(PublishCommand).resolves({});
  return { sender: new TextSender(new SnsCarrier(client), table), dynamodb, sns };
}

describe('a text', () => {
  it('that is sent at once is published first and stored second, in one write', async () => {
    const { sender, dynamodb, sns } = setup();
    const puts: number[] = [];
    sns.on(PublishCommand).callsFake(() => puts.push(dynamodb.inputs(PutItemCommand).length));
    await sender.send(town, text);
    expect([...puts, dynamodb.inputs(PutItemCommand).length]).toEqual([0, 1]);
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input).toMatchObject({
      PhoneNumber: text.to,
      Message: text.body,
      MessageAttributes: { 'AWS.MM.SMS.OriginationNumber': { StringValue: town.settings.sms.number } },
    });
    expect(dynamodb.inputs(PutItemCommand)[0]?.Item).toMatchObject({
      pk: 'small-town#text#7Q3K9M2X',
      sk: '7Q3K9M2X/assign/0',
      expiresAt: 1_700_010_000 + 90 * 86_400,
    });
  });

  it.each([
    ['', { pk: 'small-town#text#7Q3K9M2X', sk: '7Q3K9M2X/assign/0' }],
    [
      ', nor after one that was stored by an earlier version',
      { pk: 'small-town#text#7Q3K9M2X/assign/0', sk: 'text' },
    ],
  ])('for the same purpose is never sent twice%s', async (_, place) => {
    const { sender, dynamodb, sns } = setup();
    dynamodb
      .on(GetItemCommand)
      .callsFake(({ Key }) => (Key?.['sk'] === place.sk && { Item: { ...place, sent: true } }) || {});
    await sender.send(town, text);
    expect(sns.commandCalls(PublishCommand)).toHaveLength(0);
  });

  it('is marked as sent only when SNS has taken it', async () => {
    const { sender, dynamodb, sns } = setup();
    const marks = () => dynamodb.inputs(PutItemCommand).filter((input) => input.Item?.['sent'] === true);
    const marked: number[] = [];
    sns.on(PublishCommand).callsFake(() => marked.push(marks().length));
    await sender.send(town, text);
    expect(marked).toEqual([0]);
    expect(marks()).toHaveLength(1);
  });

  it('of which nobody can say whether it was sent is not sent', async () => {
    const { sender, dynamodb, sns } = setup();
    dynamodb.on(GetItemCommand).rejects(throttled());
    await expect(sender.send(town, text)).rejects.toThrow('slow down');
    expect(sns.commandCalls(PublishCommand)).toHaveLength(0);
  });

  it('goes to the town\u2019s country codes only', async () => {
    const { sender, sns } = setup();
    await sender.send(town, { ...text, to: '+12025550100' });
    expect(sns.commandCalls(PublishCommand)).toHaveLength(0);
  });

  it('does not go to a number that opted out, and nothing is stored of it', async () => {
    const { sender, dynamodb, sns } = setup();
    dynamodb.on(GetItemCommand).resolves({ Item: { optedOut: true } });
    await sender.send(town, text);
    expect([sns.calls(), dynamodb.inputs(PutItemCommand)]).toEqual([[], []]);
  });

  it.each([
    ['does not go to a number that wants none about its request', '7Q3K9M2X', 0],
    ['goes to a number that wants none about another request', '7Q3K9M2Z', 1],
  ])('%s', async (_, muted, sent) => {
    const { sender, dynamodb, sns } = setup();
    dynamodb.on(GetItemCommand).resolves({ Item: { muted: new Set([muted]) } });
    await sender.send(town, { ...text, about: '7Q3K9M2X' });
    expect(sns.commandCalls(PublishCommand)).toHaveLength(sent);
  });
});

const NOON = Date.parse('2026-08-24T12:00:00+08:00');
const LATE = Date.parse('2026-08-24T23:00:00+08:00');
const isOver = (over: boolean) => () => Promise.resolve(over);
const down = () => new Error('connect ETIMEDOUT');
const refusal = () =>
  new SNSServiceException({
    name: 'InvalidParameter',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
    message: 'no such phone',
  });

describe('a text that the carrier does not take', () => {
  const AWAITED = { unstartedKey: 'small-town#unstarted#texts' };
  const moment = new Date(text.at).toISOString();

  it('waits for it, and whoever sent it goes on', async () => {
    const { sender, dynamodb, sns } = setup();
    sns.on(PublishCommand).rejects(down());
    await sender.send(town, text);
    expect(dynamodb.inputs(PutItemCommand).at(-1)?.Item).toMatchObject({
      ...AWAITED,
      unstartedSort: `text#${moment}#${text.at}#${text.purpose}`,
    });
  });

  it('and is about an emergency waits before all others', async () => {
    const { sender, dynamodb, sns } = setup();
    sns.on(PublishCommand).rejects(down());
    await sender.send(town, { ...text, atOnce: 'emergency' });
    expect(dynamodb.inputs(PutItemCommand).at(-1)?.Item?.['unstartedSort']).toMatch(/^alarm#/);
  });

  it('is left alone for a minute by who found the carrier down, so that one function is not held up by each', async () => {
    const { sender, sns } = setup();
    sns.on(PublishCommand).rejects(down());
    for (const after of [0, 1000, 59_000, 61_000])
      await sender.send(town, {
        ...text,
        purpose: `sample/${after}`,
        at: text.at + after,
        atOnce: 'emergency',
      });
    expect(sns.commandCalls(PublishCommand)).toHaveLength(2);
  });

  it('and holds a secret is of no use later: the failure is told', async () => {
    const { sender, dynamodb, sns } = setup();
    sns.on(PublishCommand).rejects(down());
    await expect(sender.send(town, { ...text, atOnce: 'reply', kept: 'a code' })).rejects.toMatchObject({
      name: 'CarrierUnavailable',
    });
    expect(dynamodb.inputs(PutItemCommand)).toEqual([]);
  });

  it.each([
    ['waits behind those that wait, without a call', {}, 0],
    ['is tried at once all the same, where it is about an emergency', { atOnce: 'emergency' as const }, 1],
    ['is tried at once all the same, where it is a secret', { atOnce: 'reply' as const, kept: 'a code' }, 1],
  ])('%s', async (_, more, calls) => {
    const { sender, dynamodb, sns } = setup();
    dynamodb.on(QueryCommand).resolves({ Items: [{ pk: 'small-town#text#another' }] });
    await sender.send(town, { ...text, ...more });
    expect(sns.commandCalls(PublishCommand)).toHaveLength(calls);
    expect(dynamodb.inputs(PutItemCommand).at(-1)?.Item).toMatchObject(
      calls === 0 ? AWAITED : { sent: true },
    );
  });

  it('that says what was said as often as it may be in an hour is sent no later either', async () => {
    const { sender, dynamodb } = setup();
    dynamodb.on(QueryCommand).resolves({ Items: [{ pk: 'small-town#text#another' }] });
    const Item = marshall({ texts: 1 });
    dynamodb
      .on(UpdateItemCommand)
      .rejects(new ConditionalCheckFailedException({ $metadata: {}, message: 'sample', Item }));
    expect(await sender.send(town, { ...text, atOnce: 'reply', anHour: 3 })).toBe('repeated');
    const last = dynamodb.inputs(PutItemCommand).at(-1)?.Item;
    expect(last).toMatchObject({ sent: false });
    expect(last).not.toHaveProperty('unstartedKey');
  });

  it('because it alone is refused does not keep others waiting, and is given up after a day', async () => {
    const { sender, dynamodb, sns } = setup();
    sns.on(PublishCommand).rejects(refusal());
    await sender.send(town, text);
    expect(dynamodb.inputs(PutItemCommand).at(-1)?.Item).toMatchObject({
      unstartedKey: 'small-town#unstarted#refused',
    });
    dynamodb.on(UpdateItemCommand).resolves({ Attributes: { ...text, refusedAt: text.at } });
    const sweep = (after: number) =>
      sender.sendUndelivered(town, text.purpose, text.at + after, isOver(false));
    expect(await sweep(3_600_000)).toBe('refused');
    expect(dynamodb.inputs(PutItemCommand).at(-1)?.Item).not.toHaveProperty('sent');
    expect(await sweep(25 * 3_600_000)).toBe('refused');
    expect(dynamodb.inputs(PutItemCommand).at(-1)?.Item).toMatchObject({ sent: false, refused: true });
  });

  it.each([
    ['is sent when the carrier is back', false, NOON, { sent: true }],
    ['is dropped when nobody needs it any more', true, NOON, { sent: false }],
    [
      'waits for the morning, when the carrier comes back in the quiet hours',
      false,
      LATE,
      { heldKey: 'small-town#held#texts' },
    ],
  ])('%s', async (_, over, at, kept) => {
    const { sender, dynamodb } = setup();
    dynamodb.on(UpdateItemCommand).resolves({ Attributes: { ...text } });
    expect(await sender.sendUndelivered(town, text.purpose, at, isOver(over))).toBe('taken');
    const left = dynamodb.inputs(PutItemCommand).at(-1)?.Item;
    expect(left).toMatchObject(kept);
    expect(left).not.toHaveProperty('unstartedKey');
  });

  it('is not sent to somebody who opted out meanwhile', async () => {
    const { sender, dynamodb, sns } = setup();
    dynamodb.on(UpdateItemCommand).resolves({ Attributes: { ...text } });
    dynamodb.on(GetItemCommand).resolves({ Item: { optedOut: true } });
    await sender.sendUndelivered(town, text.purpose, NOON, isOver(false));
    expect(sns.calls()).toHaveLength(0);
  });
});

/** Eleven at night, and seven in the morning when the quiet hours of the sample town end. */
const NIGHT = Date.parse('2026-08-24T23:00:00+08:00');
const MORNING = Date.parse('2026-08-25T07:00:00+08:00');

describe('in the quiet hours a text', () => {
  it('is stored for the morning, and not sent', async () => {
    const { sender, dynamodb, sns } = setup();
    await sender.send(town, { ...text, at: NIGHT });
    expect(sns.calls()).toHaveLength(0);
    expect(dynamodb.inputs(PutItemCommand)[0]?.Item).toMatchObject({
      pk: 'small-town#text#7Q3K9M2X',
      heldKey: 'small-town#held#texts',
      heldSort: `text#${new Date(MORNING).toISOString()}#${NIGHT}#7Q3K9M2X/assign/0`,
    });
  });

  it.each(['emergency', 'unplaced', 'reply'] as const)(
    'that is sent at once (%s) is sent all the same',
    async (atOnce) => {
      const { sender, sns } = setup();
      await sender.send(town, { ...text, at: NIGHT, atOnce });
      expect(sns.calls()).toHaveLength(1);
    },
  );
});

describe('a text that was held', () => {
  const stillNeeded = () => Promise.resolve(false);

  function held(item: object = text) {
    const mocks = setup();
    const place = { heldKey: 'small-town#held#texts', heldSort: 'text#moment#1' };
    mocks.dynamodb.on(QueryCommand).callsFake(({ ExpressionAttributeValues: values }) => ({
      Items:
        values?.[':held'] === place.heldKey
          ? [{ pk: `small-town#text#${text.purpose}`, sk: 'text', ...place }]
          : [],
    }));
    mocks.dynamodb.on(UpdateItemCommand).resolves({ Attributes: { ...item } });
    return mocks;
  }

  it('is found by what it is for, sent, and marked, which takes it out of the index', async () => {
    const { sender, dynamodb, sns } = held();
    expect(await sender.stored.due('small-town', MORNING, 10)).toEqual({
      texts: [text.purpose],
      summaries: [],
      isAll: true,
    });
    await sender.sendHeld(town, text.purpose, MORNING, stillNeeded);
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input.Message).toBe(text.body);
    const marked = dynamodb.inputs(PutItemCommand)[0]?.Item;
    expect(marked).toMatchObject({ sent: true });
    expect(marked).not.toHaveProperty('heldKey');
  });

  it('that was stored where texts lay before is found with its request all the same', async () => {
    const { sender, dynamodb } = held();
    const before = { ...text, sk: 'text', request: '7Q3K9M2X' };
    dynamodb.on(UpdateItemCommand).resolves({ Attributes: before });
    await sender.sendHeld(town, text.purpose, MORNING, stillNeeded);
    expect(dynamodb.inputs(PutItemCommand)[0]?.Item).toMatchObject({
      pk: `small-town#text#${text.purpose}`,
      historyKey: 'small-town#history#request-7Q3K9M2X',
    });
  });

  it('is left alone while another run has it in hand, or when it was sent', async () => {
    const { sender, dynamodb, sns } = held();
    dynamodb.on(UpdateItemCommand).rejects(conditionFailed());
    await sender.sendHeld(town, text.purpose, MORNING, stillNeeded);
    expect([sns.calls(), dynamodb.inputs(PutItemCommand)]).toEqual([[], []]);
  });

  it('that nobody needs any more is dropped', async () => {
    const { sender, dynamodb, sns } = held();
    await sender.sendHeld(town, text.purpose, MORNING, () => Promise.resolve(true));
    expect(sns.calls()).toHaveLength(0);
    const settled = dynamodb.inputs(PutItemCommand)[0]?.Item;
    expect(settled).toMatchObject({ sent: false });
    expect(settled).not.toHaveProperty('heldKey');
  });

  it('that answers whoever opted out is sent: so they hear that they did', async () => {
    const { sender, dynamodb, sns } = held({ ...text, atOnce: 'reply' });
    dynamodb.on(GetItemCommand).resolves({ Item: { optedOut: true } });
    await sender.sendHeld(town, text.purpose, MORNING, stillNeeded);
    expect(sns.calls()).toHaveLength(1);
  });

  it('to somebody who opted out meanwhile is dropped', async () => {
    const { sender, dynamodb, sns } = held();
    dynamodb.on(GetItemCommand).resolves({ Item: { optedOut: true } });
    await sender.sendHeld(town, text.purpose, MORNING, stillNeeded);
    expect(sns.calls()).toHaveLength(0);
    expect(dynamodb.inputs(PutItemCommand)[0]?.Item).toMatchObject({ sent: false });
  });
});
