import { createMemoryStore } from '../../storage/memory-store.js';
import { ROLE, setup, single, type Harness } from './setup.js';

type Members = Record<string, unknown>;

const says = (text: string): Members => single({ Type: 'Pass', Output: text });
const asText = (definition: Members) => JSON.stringify({ QueryLanguage: 'JSONata', ...definition });

const update = (host: Harness, stateMachineArn: string, text: string, more: Members = {}) =>
  host.service.handle('UpdateStateMachine', { stateMachineArn, definition: asText(says(text)), ...more });

const publish = async (host: Harness, stateMachineArn: string, more: Members = {}) =>
  String(
    (await host.service.handle('PublishStateMachineVersion', { stateMachineArn, ...more }))
      .stateMachineVersionArn,
  );

/** A machine with the versions 1, which says `old`, and 2, which says `new`. */
async function twoVersions(host = setup()) {
  const machine = await host.machine(says('old'));
  const old = await publish(host, machine);
  await update(host, machine, 'new');
  return { host, machine, old, recent: await publish(host, machine) };
}

const leadingTo = (...routes: readonly (readonly [string, number])[]) =>
  routes.map(([stateMachineVersionArn, weight]) => ({ stateMachineVersionArn, weight }));

const alias = async (host: Harness, ...routes: readonly (readonly [string, number])[]) =>
  String(
    (
      await host.service.handle('CreateStateMachineAlias', {
        name: 'live',
        routingConfiguration: leadingTo(...routes),
      })
    ).stateMachineAliasArn,
  );

const said = async (host: Harness, arn: string) => host.output(await host.start(arn));

it('an alias is made by a task, whose arguments have capitals in members of members too', async () => {
  const { host, old } = await twoVersions();
  const task = (operation: string, Arguments: Members, way: Members) => ({
    Type: 'Task',
    Resource: `arn:aws:states:::aws-sdk:sfn:${operation}`,
    Arguments,
    ...way,
  });
  const RoutingConfiguration = [{ StateMachineVersionArn: old, Weight: 100 }];
  const StateMachineAliasArn = '{% $states.input.StateMachineAliasArn %}';
  const States = {
    Make: task('createStateMachineAlias', { Name: 'live', RoutingConfiguration }, { Next: 'Describe' }),
    Describe: task('describeStateMachineAlias', { StateMachineAliasArn }, { End: true }),
  };
  const arn = await host.start(await host.machine({ StartAt: 'Make', States }, 'maker'));
  await host.clock.runOut();
  expect(await host.output(arn)).toMatchObject({ Name: 'live', RoutingConfiguration });
});

describe('a version', () => {
  it('goes on running the text it was published with', async () => {
    const { host, machine, old, recent } = await twoVersions();
    await update(host, machine, 'newest');
    expect([old, recent]).toEqual([`${machine}:1`, `${machine}:2`]);
    expect(await Promise.all([old, recent, machine].map((arn) => said(host, arn)))).toEqual([
      'old',
      'new',
      'newest',
    ]);
  });

  it('keeps the role it was published with', async () => {
    const { host, machine, old } = await twoVersions();
    const other = 'arn:aws:iam::111111111111:role/other';
    await host.service.handle('UpdateStateMachine', { stateMachineArn: machine, roleArn: other });
    const [event] = await host.history(await host.start(old));
    expect(event).toMatchObject({
      executionStartedEventDetails: { roleArn: ROLE, stateMachineVersionArn: old },
    });
  });

  it('is published once of a revision, and its number is not given again', async () => {
    const { host, machine, recent } = await twoVersions();
    expect(await publish(host, machine)).toBe(recent);
    await host.service.handle('DeleteStateMachineVersion', { stateMachineVersionArn: recent });
    expect(await publish(host, machine)).toBe(`${machine}:3`);
  });

  it('is published by Create and Update that ask for it', async () => {
    const host = setup();
    const created = await host.service.handle('CreateStateMachine', {
      name: 'machine',
      definition: asText(says('old')),
      roleArn: ROLE,
      publish: true,
      versionDescription: 'the first',
    });
    const machine = String(created.stateMachineArn);
    expect(created.stateMachineVersionArn).toBe(`${machine}:1`);
    const same = await update(host, machine, 'old', { publish: true });
    expect(same).toMatchObject({ stateMachineVersionArn: `${machine}:1` });
    expect(same).not.toHaveProperty('revisionId');
    const changed = await update(host, machine, 'new', { publish: true });
    expect(changed).toMatchObject({
      stateMachineVersionArn: `${machine}:2`,
      revisionId: expect.any(String) as string,
    });
    const shown = await host.service.handle('DescribeStateMachine', { stateMachineArn: `${machine}:1` });
    expect(shown).toMatchObject({
      stateMachineArn: `${machine}:1`,
      description: 'the first',
      definition: asText(says('old')),
      roleArn: ROLE,
    });
    expect(shown).not.toHaveProperty('revisionId');
  });

  it('is refused for a revision that is not the current one', async () => {
    const { host, machine } = await twoVersions();
    const { revisionId } = await update(host, machine, 'newest');
    const wrong = host.service.handle('PublishStateMachineVersion', {
      stateMachineArn: machine,
      revisionId: 'INITIAL',
    });
    await expect(wrong).rejects.toMatchObject({
      code: 'ConflictException',
      message: `Failed to publish the State Machine version for revision INITIAL. The current State Machine revision is ${String(revisionId)}.`,
    });
    expect(await publish(host, machine, { revisionId })).toBe(`${machine}:3`);
  });

  it('is listed, the newest first, in pages', async () => {
    const { host, machine, old, recent } = await twoVersions();
    const page = (more: Members) =>
      host.service.handle('ListStateMachineVersions', { stateMachineArn: machine, maxResults: 1, ...more });
    const first = await page({});
    expect(first.stateMachineVersions).toMatchObject([{ stateMachineVersionArn: recent }]);
    const second = await page({ nextToken: first.nextToken });
    expect(second.stateMachineVersions).toMatchObject([{ stateMachineVersionArn: old }]);
    expect(second).not.toHaveProperty('nextToken');
  });

  it('stays while an alias leads to it', async () => {
    const { host, old, recent } = await twoVersions();
    const live = await alias(host, [old, 100]);
    const gone = () => host.service.handle('DeleteStateMachineVersion', { stateMachineVersionArn: old });
    await expect(gone()).rejects.toMatchObject({
      code: 'ConflictException',
      message:
        'Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [live]',
    });
    await host.service.handle('UpdateStateMachineAlias', {
      stateMachineAliasArn: live,
      routingConfiguration: leadingTo([recent, 100]),
    });
    expect(await gone()).toEqual({});
    expect(await gone()).toEqual({});
    await expect(host.start(old)).rejects.toMatchObject({
      code: 'StateMachineDoesNotExist',
      message: `State Machine Does Not Exist: '${old}'`,
    });
  });
});

describe('an alias', () => {
  it('runs the older text again once it is set back to the older version', async () => {
    const { host, machine, old, recent } = await twoVersions();
    const live = await alias(host, [recent, 100]);
    expect(await said(host, live)).toBe('new');
    await host.service.handle('UpdateStateMachineAlias', {
      stateMachineAliasArn: live,
      routingConfiguration: leadingTo([old, 100]),
    });
    const started = await host.start(live);
    expect(await host.output(started)).toBe('old');
    expect(await host.describe(started)).toMatchObject({
      stateMachineArn: machine,
      stateMachineVersionArn: old,
      stateMachineAliasArn: live,
    });
  });

  it('shares starts between two versions by their weights', async () => {
    const { host, old, recent } = await twoVersions();
    const live = await alias(host, [old, 20], [recent, 80]);
    const texts = await Promise.all(Array.from({ length: 200 }, () => said(host, live)));
    const share = texts.filter((text) => text === 'old').length / texts.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.3);
  });

  it('is known again after a restart, with what runs on it', async () => {
    const store = createMemoryStore();
    const { host, old } = await twoVersions(setup({ store }));
    const live = await alias(host, [old, 100]);
    await host.service.close();
    const again = setup({ store });
    expect(await said(again, live)).toBe('old');
  });

  it('lists the executions that were started on it, and its version those too', async () => {
    const { host, machine, old } = await twoVersions();
    const live = await alias(host, [old, 100]);
    const [byAlias, byVersion, plain] = [
      await host.start(live),
      await host.start(old),
      await host.start(machine),
    ];
    const listed = async (stateMachineArn: string) => {
      const { executions } = await host.service.handle('ListExecutions', { stateMachineArn });
      return (executions as Members[]).map(({ executionArn }) => executionArn);
    };
    expect(await listed(live)).toEqual([byAlias]);
    expect(await listed(old)).toEqual([byVersion, byAlias]);
    expect(await listed(machine)).toEqual([plain, byVersion, byAlias]);
  });

  it('is made once, and not again with another routing or description', async () => {
    const { host, old, recent } = await twoVersions();
    const live = await alias(host, [old, 100]);
    expect(await alias(host, [old, 100])).toBe(live);
    await expect(alias(host, [recent, 100])).rejects.toMatchObject({ code: 'ConflictException' });
    const { stateMachineAliases } = await host.service.handle('ListStateMachineAliases', {
      stateMachineArn: old,
    });
    expect(stateMachineAliases).toMatchObject([{ stateMachineAliasArn: live }]);
    const others = await host.service.handle('ListStateMachineAliases', { stateMachineArn: recent });
    expect(others.stateMachineAliases).toEqual([]);
  });

  it('goes with its state machine', async () => {
    const { host, machine, old } = await twoVersions();
    const live = await alias(host, [old, 100]);
    await host.service.handle('DeleteStateMachine', { stateMachineArn: machine });
    await expect(
      host.service.handle('DescribeStateMachineAlias', { stateMachineAliasArn: live }),
    ).rejects.toMatchObject({
      code: 'ResourceNotFound',
      message: 'Request references a resource that does not exist.',
    });
    expect(await publish(host, await host.machine(says('again')))).toBe(`${machine}:1`);
  });

  it('is passed by when it is deleted and not there', async () => {
    const { host, old } = await twoVersions();
    const live = await alias(host, [old, 100]);
    const gone = () => host.service.handle('DeleteStateMachineAlias', { stateMachineAliasArn: live });
    expect([await gone(), await gone()]).toEqual([{}, {}]);
    await expect(
      host.service.handle('UpdateStateMachineAlias', { stateMachineAliasArn: live, description: 'x' }),
    ).rejects.toMatchObject({ code: 'ResourceNotFound' });
  });

  // As recorded on AWS on 3 March 2025.
  it.each<readonly [string, (machine: string) => unknown, string, string]>([
    [
      'leads to a machine',
      (machine) => leadingTo([machine, 100]),
      'ValidationException',
      'Routing configuration must contain state machine version ARNs. Received: [MACHINE]',
    ],
    [
      'leads to one version twice',
      (machine) => leadingTo([`${machine}:1`, 50], [`${machine}:1`, 50]),
      'ValidationException',
      'Routing configuration must contain distinct state machine version ARNs. Received: [MACHINE:1, MACHINE:1]',
    ],
    [
      'shares less than all',
      (machine) => leadingTo([`${machine}:1`, 70], [`${machine}:2`, 29]),
      'ValidationException',
      'Sum of routing configuration weights must equal 100. Received: [70, 29]',
    ],
    [
      'gives more than all to one',
      (machine) => leadingTo([`${machine}:1`, 101]),
      'ValidationException',
      "1 validation error detected: Value '101' at 'routingConfiguration.1.member.weight' failed to satisfy constraint: Member must have value less than or equal to 100",
    ],
    [
      'leads to a version that is not there',
      (machine) => leadingTo([`${machine}:7`, 100]),
      'ResourceNotFound',
      'Request references a resource that does not exist.',
    ],
  ])('is refused when it %s', async (_what, routing, code, message) => {
    const { host, machine } = await twoVersions();
    const made = host.service.handle('CreateStateMachineAlias', {
      name: 'live',
      routingConfiguration: routing(machine),
    });
    await expect(made).rejects.toMatchObject({ code, message: message.replaceAll('MACHINE', machine) });
  });

  it.each(['123', 'INVALID ALIAS', '!INVALID', 'ALIAS@'])("may not be called '%s'", async (name) => {
    const { host, old } = await twoVersions();
    const made = host.service.handle('CreateStateMachineAlias', {
      name,
      routingConfiguration: leadingTo([old, 100]),
    });
    await expect(made).rejects.toMatchObject({
      code: 'ValidationException',
      message: `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$`,
    });
  });
});

describe('a revision', () => {
  it('has no id before the first change, and the same one after a change of nothing', async () => {
    const host = setup();
    const machine = await host.machine(says('old'));
    const idOf = async () =>
      (await host.service.handle('DescribeStateMachine', { stateMachineArn: machine })).revisionId;
    expect(await idOf()).toBeUndefined();
    await update(host, machine, 'old');
    expect(await idOf()).toBeUndefined();
    const { revisionId } = await update(host, machine, 'new');
    await update(host, machine, 'new');
    expect(await idOf()).toBe(revisionId);
  });

  it('is told of an execution as it was when it started', async () => {
    const host = setup();
    const machine = await host.machine(says('old'));
    const started = await host.start(machine);
    await update(host, machine, 'new');
    const shown = await host.service.handle('DescribeStateMachineForExecution', { executionArn: started });
    expect(shown).not.toHaveProperty('revisionId');
    expect(shown.definition).toBe(asText(says('old')));
  });
});
