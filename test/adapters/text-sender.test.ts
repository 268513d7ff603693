import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetItemCommand, PutItemCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
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
  sns.on(PublishCommand).resolves({});
  return { sender: new TextSender(new SnsCarrier(client), table), dynamodb, sns };
}

describe('a text', () => {
  it('is intended first and published second', async () => {
    const { sender, dynamodb, sns } = setup();
    sns.on(PublishCommand).callsFake(() => expect(dynamodb.inputs(PutItemCommand)).toHaveLength(1));
    await sender.send(town, text);
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input).toMatchObject({
      PhoneNumber: text.to,
      Message: text.body,
      MessageAttributes: { 'AWS.MM.SMS.OriginationNumber': { StringValue: town.settings.sms.number } },
    });
    expect(dynamodb.inputs(PutItemCommand)[0]?.Item).toMatchObject({
      pk: 'small-town#text#7Q3K9M2X/assign/0',
      expiresAt: 1_700_010_000 + 90 * 86_400,
    });
  });

  it('for the same purpose is never sent twice', async () => {
    const { sender, dynamodb, sns } = setup();
    dynamodb.on(PutItemCommand).rejects(conditionFailed());
    await sender.send(town, text);
    expect(sns.commandCalls(PublishCommand)).toHaveLength(0);
  });

  it('is marked as sent only when SNS has taken it', async () => {
    const { sender, dynamodb, sns } = setup();
    const marks = () => dynamodb.inputs(PutItemCommand).filter((input) => input.Item?.['sent'] === true);
    sns.on(PublishCommand).callsFake(() => expect(marks()).toHaveLength(0));
    await sender.send(town, text);
    expect(marks()).toHaveLength(1);
  });

  it('that SNS refuses stays unsent, so that the retry sends it, and the failure is told', async () => {
    const { sender, dynamodb, sns } = setup();
    sns.on(PublishCommand).rejectsOnce(new Error('Throttled')).resolves({});
    await expect(sender.send(town, text)).rejects.toThrow('Throttled');
    expect(dynamodb.inputs(PutItemCommand)).toHaveLength(1);
    await sender.send(town, text);
    expect(sns.commandCalls(PublishCommand)).toHaveLength(2);
  });

  it('whose intent cannot be written is not sent', async () => {
    const { sender, dynamodb, sns } = setup();
    dynamodb.on(PutItemCommand).rejects(throttled());
    await expect(sender.send(town, text)).rejects.toThrow('slow down');
    expect(sns.commandCalls(PublishCommand)).toHaveLength(0);
  });

  it('goes to the town\u2019s country codes only', async () => {
    const { sender, sns } = setup();
    await sender.send(town, { ...text, to: '+12025550100' });
    expect(sns.commandCalls(PublishCommand)).toHaveLength(0);
  });

  it('does not go to a number that opted out, and leaves no intent', async () => {
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

/** Eleven at night, and seven in the morning when the quiet hours of the sample town end. */
const NIGHT = Date.parse('2026-08-24T23:00:00+08:00');
const MORNING = Date.parse('2026-08-25T07:00:00+08:00');

describe('in the quiet hours a text', () => {
  it('is stored for the morning, and not sent', async () => {
    const { sender, dynamodb, sns } = setup();
    await sender.send(town, { ...text, at: NIGHT });
    expect(sns.calls()).toHaveLength(0);
    expect(dynamodb.inputs(PutItemCommand)[0]?.Item).toMatchObject({
      pk: 'small-town#text#7Q3K9M2X/assign/0',
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
    mocks.dynamodb.on(ScanCommand).resolves({
      Items: [{ pk: `small-town#text#${text.purpose}`, sk: 'text', ...place }],
    });
    mocks.dynamodb.on(UpdateItemCommand).resolves({ Attributes: { ...item } });
    return mocks;
  }

  it('is found by what it is for, sent, and marked, which takes it out of the index', async () => {
    const { sender, dynamodb, sns } = held();
    const due = await sender.stored.due(MORNING);
    expect([...due]).toEqual([['small-town', { texts: [text.purpose], summaries: [] }]]);
    await sender.sendHeld(town, text.purpose, MORNING, stillNeeded);
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input.Message).toBe(text.body);
    const marked = dynamodb.inputs(PutItemCommand)[0]?.Item;
    expect(marked).toMatchObject({ sent: true });
    expect(marked).not.toHaveProperty('heldKey');
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

  it('to somebody who opted out meanwhile is dropped', async () => {
    const { sender, dynamodb, sns } = held();
    dynamodb.on(GetItemCommand).resolves({ Item: { optedOut: true } });
    await sender.sendHeld(town, text.purpose, MORNING, stillNeeded);
    expect(sns.calls()).toHaveLength(0);
    expect(dynamodb.inputs(PutItemCommand)[0]?.Item).toMatchObject({ sent: false });
  });
});
