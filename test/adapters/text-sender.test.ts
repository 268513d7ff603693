import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { TextSender } from '../../adapters/text-sender.js';
import { caseTown } from '../domain/request/case-town.js';
import { conditionFailed, tableMock, throttled } from './table-mock.js';

const town = caseTown();
const text = {
  purpose: '7Q3K9M2X/assign/0',
  to: '+8619900000099',
  body: 'sample words',
  at: 1_700_000_000_000,
};

function setup() {
  const { table, dynamodb } = tableMock();
  const client = new SNSClient({ region: 'us-east-1' });
  const sns = mockClient(client);
  dynamodb.on(GetCommand).resolves({});
  dynamodb.on(PutCommand).resolves({});
  sns.on(PublishCommand).resolves({});
  return { sender: new TextSender(client, table), dynamodb, sns };
}

describe('a text', () => {
  it('is intended first and published second', async () => {
    const { sender, dynamodb, sns } = setup();
    sns.on(PublishCommand).callsFake(() => expect(dynamodb.commandCalls(PutCommand)).toHaveLength(1));
    await sender.send(town, text);
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input).toMatchObject({
      PhoneNumber: text.to,
      Message: text.body,
      MessageAttributes: { 'AWS.MM.SMS.OriginationNumber': { StringValue: town.settings.sms.number } },
    });
    expect(dynamodb.commandCalls(PutCommand)[0]?.args[0].input.Item).toMatchObject({
      pk: 'small-town#text#7Q3K9M2X/assign/0',
      expiresAt: 1_700_000_000 + 90 * 86_400,
    });
  });

  it('for the same purpose is never sent twice', async () => {
    const { sender, dynamodb, sns } = setup();
    dynamodb.on(PutCommand).rejects(conditionFailed());
    await sender.send(town, text);
    expect(sns.commandCalls(PublishCommand)).toHaveLength(0);
  });

  it('is marked as sent only when SNS has taken it', async () => {
    const { sender, dynamodb, sns } = setup();
    const marks = () =>
      dynamodb.commandCalls(PutCommand).filter((call) => call.args[0].input.Item?.['sent'] === true);
    sns.on(PublishCommand).callsFake(() => expect(marks()).toHaveLength(0));
    await sender.send(town, text);
    expect(marks()).toHaveLength(1);
  });

  it('that SNS refuses stays unsent, so that the retry sends it, and the failure is told', async () => {
    const { sender, dynamodb, sns } = setup();
    sns.on(PublishCommand).rejectsOnce(new Error('Throttled')).resolves({});
    await expect(sender.send(town, text)).rejects.toThrow('Throttled');
    expect(dynamodb.commandCalls(PutCommand)).toHaveLength(1);
    await sender.send(town, text);
    expect(sns.commandCalls(PublishCommand)).toHaveLength(2);
  });

  it('whose intent cannot be written is not sent', async () => {
    const { sender, dynamodb, sns } = setup();
    dynamodb.on(PutCommand).rejects(throttled());
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
    dynamodb.on(GetCommand).resolves({ Item: { optedOut: true } });
    await sender.send(town, text);
    expect([sns.calls(), dynamodb.commandCalls(PutCommand)]).toEqual([[], []]);
  });

  it.each([
    ['does not go to a number that wants none about its request', '7Q3K9M2X', 0],
    ['goes to a number that wants none about another request', '7Q3K9M2Z', 1],
  ])('%s', async (_, muted, sent) => {
    const { sender, dynamodb, sns } = setup();
    dynamodb.on(GetCommand).resolves({ Item: { muted: new Set([muted]) } });
    await sender.send(town, { ...text, about: '7Q3K9M2X' });
    expect(sns.commandCalls(PublishCommand)).toHaveLength(sent);
  });
});
