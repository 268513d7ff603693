import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { callJson } from '@small-grid/local-cloud/testing';
import { redriveCommand } from '../../tools/operator/redrive-command.js';
import type { BoardAnswer } from '../../contracts/console/board.js';
import { numberOf } from './crowded-town.js';
import { eachStory } from './each-story.js';
import { operate } from './operator-command.js';
import { RESIDENT, type TownStory } from './town-story.js';

const story = eachStory({ console: true });

const redrive = (town: TownStory, ...args: string[]) => operate(town, redriveCommand, ...args);

async function deadLetters(town: TownStory): Promise<string> {
  const { body } = await callJson(town.cloud, 'AmazonSQS.GetQueueAttributes', {
    QueueUrl: town.output('DeadLettersUrl'),
    AttributeNames: ['ApproximateNumberOfMessages'],
  });
  return (body['Attributes'] as Record<string, string>)['ApproximateNumberOfMessages'] ?? '';
}

/** A text that nothing could read until it was given up. */
async function givenUp(town: TownStory): Promise<void> {
  await town.fault({
    service: 'dynamodb',
    action: 'BatchGetItem',
    error: 'InternalServerError',
    times: 1000,
  });
  await town.text(numberOf(3), '朱口村1组路灯不亮了');
  await town.advance('PT30H');
}

async function stopInConsole(town: TownStory, id: string): Promise<void> {
  const path = `/admin/executions/resident-request/${id}/stop`;
  expect((await town.admin('administrator', path, 'POST', {})).status).toBe(202);
}

async function statusOf(town: TownStory, id: string): Promise<string | undefined> {
  return (await town.executions()).find(({ name }) => name === id)?.status;
}

/** Why the requests on the board do not get on. */
async function troubleOn(town: TownStory): Promise<(string | undefined)[]> {
  const answer = await town.admin('leader', '/admin/requests?state=open');
  return ((await answer.json()) as BoardAnswer).items.map(({ trouble }) => trouble?.kind);
}

describe('taking up what a failure left behind', () => {
  it('finds nothing where nothing is stuck, and changes nothing', async () => {
    const town = story();
    await town.submit();
    expect(await redrive(town, '--yes', '--lang', 'en')).toEqual({ code: 0, said: ['Nothing is stuck.'] });
    expect(await redrive(town, '--lang', 'zh-CN')).toEqual({ code: 0, said: ['没有卡住的事项。'] });
  });

  it('only says what it would do until it is told to', async () => {
    const town = story();
    await town.fault({ function: 'AssignRequest', error: 'Broken', times: 100 });
    const receipt = await town.submit();
    await town.advance('PT10M');
    await town.clearFaults();
    const { code, said } = await redrive(town, '--lang', 'en');
    expect({ code, said }).toEqual({
      code: 1,
      said: [
        expect.stringContaining(`needs attention: sanhehu ${receipt.id}`),
        expect.stringContaining('--yes'),
      ],
    });
    expect((await town.view(receipt)).status).toBe('received');
  });

  it('tries everything again that waits for the duty desk, each once', async () => {
    const town = story();
    await town.fault({ function: 'AssignRequest', error: 'Broken', times: 100 });
    const receipt = await town.submit();
    const other = await town.submit({ description: '示例：另一件事' });
    await town.advance('PT10M');
    await town.clearFaults();
    expect((await redrive(town, '--yes', '--lang', 'en')).said).toContain('Done: 2.');
    expect([(await town.view(receipt)).status, (await town.view(other)).status]).toEqual([
      'assigned',
      'assigned',
    ]);
    expect((await redrive(town, '--lang', 'en')).said).toEqual(['Nothing is stuck.']);
  });

  it('puts dead letters back, which are then taken in, each once', async () => {
    const town = story();
    await givenUp(town);
    expect(await deadLetters(town)).toBe('1');
    await town.clearFaults();
    expect((await redrive(town, '--yes', '--lang', 'zh-CN')).said).toEqual([
      '死信 1 条：放回队列',
      '已办 1 项。',
    ]);
    expect(await deadLetters(town)).toBe('0');
    expect(await town.executions()).toHaveLength(1);
    expect(town.textsTo(numberOf(3))).toHaveLength(1);
  });

  it('takes up the rest where dead letters cannot be put back, and says so', async () => {
    const town = story();
    await givenUp(town);
    await town.clearFaults();
    await town.fault({ function: 'AssignRequest', error: 'Broken', times: 100 });
    const receipt = await town.submit();
    await town.advance('PT10M');
    await town.clearFaults();
    await town.fault({
      service: 'sqs',
      action: 'StartMessageMoveTask',
      error: 'UnsupportedOperation',
      times: 10,
    });
    const { code, said } = await redrive(town, '--yes', '--lang', 'en');
    expect({ code, said: said.join('\n') }).toEqual({
      code: 1,
      said: expect.stringMatching(/not taken up: dead letters \(.*UnsupportedOperation[^]*Done but for 1/),
    });
    expect((await town.view(receipt)).status).toBe('assigned');
    expect(await deadLetters(town)).toBe('1');
  });

  it('lets an execution that was stopped by hand go on only where that is asked for', async () => {
    const town = story();
    const { id } = await town.submit();
    const arn = town.output('RequestStateMachineArn').replace(':stateMachine:', ':execution:');
    const sfn = town.sfn();
    await sfn.send(new StopExecutionCommand({ executionArn: `${arn}:${id}` }));
    sfn.destroy();
    expect((await redrive(town, '--yes', '--lang', 'en')).said).toEqual([
      expect.stringContaining('stopped by hand'),
    ]);
    expect((await redrive(town, '--yes', '--stopped', '--lang', 'en')).said).toContain('Done: 1.');
    expect((await town.executions()).map(({ status }) => status)).toEqual(['RUNNING']);
    await town.reply('g52-a', '1');
    expect(town.lastTextTo(RESIDENT.phone)).not.toBe('');
  });

  it('leaves alone what stands where no redrive takes up its work, and says what to do instead', async () => {
    const town = story();
    const { id } = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1');
    await stopInConsole(town, id);
    const { code, said } = await redrive(town, '--yes', '--stopped', '--lang', 'en');
    expect(code).toBe(0);
    expect(said.find((line) => line.includes(`resident-request/${id}`))).toMatch(/left alone.*retry/);
    expect(await statusOf(town, id)).toBe('ABORTED');
  });

  it('of a request that was stopped is no longer noted on it as stopped', async () => {
    const town = story();
    const { id } = await town.submit();
    await stopInConsole(town, id);
    expect(await troubleOn(town)).toEqual(['stopped']);
    await redrive(town, '--yes', '--stopped', '--lang', 'en');
    expect(await troubleOn(town)).toEqual([undefined]);
  });

  it('says in both languages what it is for', async () => {
    const town = story();
    expect((await redrive(town, '--help', '--lang', 'en')).said.join()).toContain('--yes');
    expect((await redrive(town, '--help', '--lang', 'zh-CN')).said.join()).toContain('真正执行');
  });
});
