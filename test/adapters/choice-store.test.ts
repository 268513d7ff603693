import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { ChoiceStore } from '../../adapters/choice-store.js';
import { tableMock } from './table-mock.js';

const PHONE = '+8619900000099';

function setup() {
  const { table, dynamodb } = tableMock();
  dynamodb.on(GetItemCommand).resolves({});
  dynamodb.on(UpdateItemCommand).resolves({});
  const changes = () => dynamodb.inputs(UpdateItemCommand).map((input) => input.UpdateExpression);
  return { choices: new ChoiceStore(table), dynamodb, changes };
}

describe('what somebody chose about their texts', () => {
  it('is all texts, where nothing was chosen', async () => {
    const { choices } = setup();
    expect(await choices.of('small-town', PHONE)).toEqual({
      optedOut: false,
      muted: new Set(),
      summary: false,
    });
  });

  it('is kept under a key that shows no number', async () => {
    const { choices, dynamodb } = setup();
    await choices.optOut('small-town', PHONE);
    const { Key } = dynamodb.inputs(UpdateItemCommand)[0] ?? {};
    expect(Key?.['pk']).toMatch(/^small-town#phone#phone:[\w-]{20}$/);
    expect(JSON.stringify(Key)).not.toContain('19900000099');
  });

  it('changes in one thing at a time; opting in brings back the texts of single requests too', async () => {
    const { choices, changes } = setup();
    await choices.optOut('small-town', PHONE);
    await choices.mute('small-town', PHONE, '7Q3K9M2X');
    await choices.unmute('small-town', PHONE, '7Q3K9M2X');
    await choices.summarize('small-town', PHONE, true);
    await choices.summarize('small-town', PHONE, false);
    await choices.optIn('small-town', PHONE);
    expect(changes()).toEqual([
      'SET optedOut = :yes',
      'ADD muted :request',
      'DELETE muted :request',
      'SET summary = :yes',
      'REMOVE summary',
      'REMOVE optedOut, muted',
    ]);
  });
});
