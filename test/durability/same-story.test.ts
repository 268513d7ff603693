import { busyMachine } from '@small-grid/local-cloud/testing';
import { HostedTown, HOUR, RESIDENT } from '../permissions/hosted-town.js';
import { allExecutions, historyOf } from './auditor.js';

const ASSEMBLY = 'cdk.out';

/** Ids are made by chance on AWS too. */
const withoutIds = (history: string) =>
  history
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
    .replace(/(?<=token\\?":\\?")[\w-]+/gi, 'TOKEN');

/** A cadre who says nothing until the stand-in is asked, who hands it on to a department. */
async function play(among: number): Promise<string> {
  const town = await HostedTown.begin(ASSEMBLY);
  try {
    const others = Array.from({ length: among }, (_, index) =>
      town.submit({ phone: `+861991111${2000 + index}`, group: 1, description: `示例：第${index}件事` }),
    );
    const [request] = await Promise.all([town.submit(), ...others]);
    await town.advance(3 * HOUR);
    await town.staffReply('g52-b', '4 供电');
    await town.staffReply('power-supply-1', '1 线路已修');
    await town.reply(RESIDENT, '1');
    await town.expect(request, 'closed', 'satisfied');
    return withoutIds(JSON.stringify(await histories(town, request.id), undefined, 1));
  } finally {
    await town.end();
  }
}

async function histories({ cloud }: HostedTown, request: string) {
  const machines = ['RequestStateMachineArn', 'CoordinationStateMachineArn'].map(
    (name) => cloud.outputs[name],
  );
  const executions = await Promise.all(machines.map((arn) => allExecutions(cloud, arn ?? '')));
  const mine = executions.flat().filter(({ name }) => name.startsWith(request));
  return Promise.all(mine.map(({ executionArn }) => historyOf(cloud, executionArn)));
}

describe('the same story of the town', () => {
  it('has the same histories, ids apart, among other requests and on a busy machine as alone', async () => {
    const alone = await play(0);
    const idle = busyMachine();
    const among = await play(2).finally(() => {
      void idle();
    });
    expect(among).toBe(alone);
  });
});
