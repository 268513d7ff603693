import type { ExecutionView } from '../../contracts/console/executions.js';
import type { BillAnswer } from '../../contracts/console/texts.js';
import { eachStory } from './each-story.js';
import { BEFORE_THE_INSPECTION, LEADER, SECRETARY, supervised } from './supervised-town.js';
import { RESIDENT, type TownStory } from './town-story.js';

const path = (machine: string, name: string, act = '') => `/admin/executions/${machine}/${name}${act}`;

async function seen(town: TownStory, machine: string, name: string): Promise<ExecutionView> {
  const response = await town.admin('administrator', path(machine, name));
  expect([name, response.status]).toEqual([name, 200]);
  return (await response.json()) as ExecutionView;
}

const post = (town: TownStory, machine: string, name: string, act: 'retry' | 'redrive' | 'stop') =>
  town.admin('administrator', path(machine, name, `/${act}`), 'POST', {});

const stop = async (town: TownStory, machine: string, name: string): Promise<void> =>
  expect((await post(town, machine, name, 'stop')).status).toBe(202);

/** Retries it and answers the new execution's name. */
async function retry(town: TownStory, machine: string, name: string): Promise<string> {
  const response = await post(town, machine, name, 'retry');
  const answer = (await response.json()) as { machine: string; name: string };
  expect([response.status, answer]).toEqual([202, { machine, name: expect.stringMatching(/-retry-[23]$/) }]);
  return answer.name;
}

/** What a refused retry is called. */
async function refusal(town: TownStory, machine: string, name: string): Promise<string> {
  const response = await post(town, machine, name, 'retry');
  const { type = '' } = (await response.json()) as { type?: string };
  return `${response.status} ${type.replace('urn:small-grid:problem:', '')}`;
}

/** Texts that were sent twice to one person. */
const twice = (town: TownStory): string[] => {
  const texts = town.cloud.sms.sent().map(({ to, body }) => `${to} ${body}`);
  return texts.filter((text, position) => texts.indexOf(text) !== position);
};

const REQUEST = 'resident-request';

describe("a request's execution that ended before its end", () => {
  const story = eachStory({ console: true });
  const stopped = async (town: TownStory, name: string) => {
    await stop(town, REQUEST, name);
    return name;
  };

  it('is retried as a new execution with the same input, each linked to the other', async () => {
    const town = story();
    const { id } = await town.submit();
    await stopped(town, id);
    expect(await seen(town, REQUEST, id)).toMatchObject({ isRetriable: true });
    const name = await retry(town, REQUEST, id);
    expect(name).toBe(`${id}-retry-2`);
    const before = await seen(town, REQUEST, id);
    expect(before).toMatchObject({ retriedAs: name, isRetriable: false, isRedrivable: false });
    expect(await seen(town, REQUEST, name)).toMatchObject({ retryOf: id, input: before.input });
  });

  it('asks nobody a second time, and goes on to its end with the answers to what was asked before', async () => {
    const town = story();
    const receipt = await town.submit();
    await stopped(town, receipt.id);
    const name = await retry(town, REQUEST, receipt.id);
    expect(town.textsTo(town.phoneOf('g52-a'))).toHaveLength(1);
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已换灯泡');
    await stopped(town, name);
    expect(await retry(town, REQUEST, name)).toBe(`${receipt.id}-retry-3`);
    await town.replyAsResident('1');
    expect((await town.view(receipt)).closedAs).toBe('satisfied');
    expect((await seen(town, REQUEST, `${receipt.id}-retry-3`)).status).toBe('SUCCEEDED');
    expect(twice(town)).toEqual([]);
    expect((await town.view(receipt)).timeline.map(({ text }) => text)).toContain('已恢复办理');
  });

  it('hears what was answered while nothing ran, also when the time to answer is over since', async () => {
    const town = story();
    const receipt = await town.submit();
    await stopped(town, receipt.id);
    await town.reply('g52-a', '1');
    await town.advance('PT5H');
    await retry(town, REQUEST, receipt.id);
    expect(await town.view(receipt)).toMatchObject({ status: 'accepted', owner: town.nameOf('g52-a') });
    expect(town.textsTo(town.phoneOf('g52-b'))).toEqual([]);
    await town.reply('g52-a', '1 已换灯泡');
    expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
  });

  it('whose ask is overdue asks the next in line', async () => {
    const town = story();
    const receipt = await town.submit();
    await stopped(town, receipt.id);
    await town.advance('PT5H');
    await retry(town, REQUEST, receipt.id);
    await town.advance('PT2M');
    expect(await town.timeline(receipt)).toContain('silent');
    await town.reply('g52-b', '1');
    expect((await town.view(receipt)).status).toBe('accepted');
  });

  it('before its first step is begun from the beginning', async () => {
    const town = story();
    await town.fault({ function: 'AssignRequest', error: 'Broken', times: 3 });
    const receipt = await town.submit();
    await stopped(town, receipt.id);
    await town.clearFaults();
    await retry(town, REQUEST, receipt.id);
    expect(await town.view(receipt)).toMatchObject({ status: 'assigned', owner: town.nameOf('g52-a') });
    expect(town.textsTo(RESIDENT.phone)).toHaveLength(1);
    await town.advance('PT10M');
    expect(await town.executions()).toHaveLength(2);
  });

  it('of a request that was withdrawn meanwhile closes it', async () => {
    const town = story();
    const receipt = await town.submit();
    await stopped(town, receipt.id);
    await town.answerOnline(receipt, 'withdraw');
    expect((await town.view(receipt)).closedAs).toBeUndefined();
    await retry(town, REQUEST, receipt.id);
    expect((await town.view(receipt)).closedAs).toBe('withdrawn');
    expect(twice(town)).toEqual([]);
  });

  it('stands with its retry in the request and in its bill', async () => {
    const town = story();
    const { id } = await town.submit();
    await stopped(town, id);
    const transitions = async () => {
      const bill = await town.admin('leader', `/admin/requests/${id}/bill`);
      const { lines } = (await bill.json()) as BillAnswer;
      return lines.find(({ what }) => what === 'transitions')?.count ?? 0;
    };
    const before = await transitions();
    const name = await retry(town, REQUEST, id);
    expect(await transitions()).toBeGreaterThan(before);
    const { executions } = (await (await town.admin('leader', `/admin/requests/${id}`)).json()) as {
      executions: object[];
    };
    expect(executions).toEqual([
      { machine: REQUEST, name: id, status: 'ABORTED' },
      { machine: REQUEST, name, status: 'RUNNING' },
    ]);
  });

  it('is retried once, however often that is asked for, and is not redriven beside its retry', async () => {
    const town = story();
    const { id } = await town.submit();
    await stopped(town, id);
    const both = await Promise.all([post(town, REQUEST, id, 'retry'), post(town, REQUEST, id, 'retry')]);
    expect(both.map(({ status }) => status)).toContain(202);
    expect(await refusal(town, REQUEST, id)).toBe('409 retried-before');
    expect((await post(town, REQUEST, id, 'redrive')).status).toBe(409);
    const names = (await town.executions()).map(({ name }) => name).toSorted();
    expect(names).toEqual([id, `${id}-retry-2`]);
  });

  it('alone is retried: not one that runs, nor one that came to its end', async () => {
    const town = story();
    const { id } = await town.submit();
    expect(await refusal(town, REQUEST, id)).toBe('409 not-unfinished');
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已换灯泡');
    await town.replyAsResident('1');
    expect(await refusal(town, REQUEST, id)).toBe('409 not-unfinished');
    expect(await seen(town, REQUEST, id)).toMatchObject({ isRetriable: false });
  });

  it('is retried by an administrator alone, who is named in the audit trail', async () => {
    const town = story();
    const { id } = await town.submit();
    await stopped(town, id);
    expect((await town.admin('leader', path(REQUEST, id, '/retry'), 'POST', {})).status).toBe(403);
    await retry(town, REQUEST, id);
    const { items } = (await (await town.admin('leader', '/admin/audit')).json()) as { items: object[] };
    expect(items).toContainEqual(
      expect.objectContaining({
        action: 'execution.retried',
        subject: `${REQUEST}/${id}`,
        detail: `${id}-retry-2`,
      }),
    );
  });
});

describe('a coordination', () => {
  const story = eachStory({ console: true });
  const COORDINATION = 'coordination';

  /** The two approvals of the surgery are asked for. */
  async function approvals(town: TownStory) {
    const receipt = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1');
    return receipt;
  }

  it('is not retried by itself: its request asks the duty desk, who begins its next round', async () => {
    const town = story();
    const receipt = await approvals(town);
    const child = `${receipt.id}-1`;
    await stop(town, COORDINATION, child);
    expect(await refusal(town, COORDINATION, child)).toBe('409 retry-its-request');
    const shown = await seen(town, COORDINATION, child);
    expect([shown.isRetriable, shown.whyNotRetriable]).toEqual([false, expect.stringContaining('诉求')]);
    expect(town.lastTextTo(town.phoneOf('duty-desk-1'))).toContain('办理中断');
    await town.reply('duty-desk-1', '1');
    await town.reply('red-cross-1', '1');
    await town.reply('disabled-federation-1', '1');
    expect(await town.timeline(receipt)).toContain('resumed');
    expect(town.lastTextTo(town.phoneOf('eye-hospital-1'))).toContain('1');
  });

  it('goes on with the retry of its request: who did their step is done, who was asked is asked no second time', async () => {
    const town = story();
    const receipt = await approvals(town);
    await town.reply('red-cross-1', '1');
    await stop(town, REQUEST, receipt.id);
    // The approval that came while nothing ran.
    await town.reply('disabled-federation-1', '1');
    await retry(town, REQUEST, receipt.id);
    const rounds = (await town.executions([town.output('CoordinationStateMachineArn')])).map(
      ({ name, status }) => `${name} ${status}`,
    );
    expect(rounds.toSorted()).toEqual([`${receipt.id}-1 ABORTED`, `${receipt.id}-2 RUNNING`]);
    await town.reply('eye-hospital-1', '1 9月3日');
    await town.reply('eye-hospital-1', '1 手术已提前做完');
    expect(twice(town)).toEqual([]);
    for (const staff of ['red-cross-1', 'disabled-federation-1'])
      expect(town.asksTo(staff, receipt)).toHaveLength(1);
    await town.replyAsResident('1');
    expect((await town.view(receipt)).closedAs).toBe('satisfied');
  });

  it('that waits for documents waits on, and tells nobody twice', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'temporary-aid', description: '示例：家中遭灾' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '6 1');
    await stop(town, REQUEST, receipt.id);
    await retry(town, REQUEST, receipt.id);
    expect((await town.view(receipt)).pausedSince).toBeDefined();
    const texts = town.textsTo(RESIDENT.phone).length;
    await town.replyAsResident('1');
    expect(await town.timeline(receipt)).toContain('documents-brought');
    expect(town.textsTo(RESIDENT.phone).length).toBeLessThanOrEqual(texts + 1);
    expect(twice(town)).toEqual([]);
  });
});

interface Names {
  readonly items: readonly { name: string; status: string }[];
}

/** The executions of a machine, in the order of their names. */
async function namesOf(town: TownStory, machine: string): Promise<string[]> {
  const list = await town.admin('administrator', `/admin/executions?machine=${machine}`);
  const { items } = (await list.json()) as Names;
  return items.map(({ name }) => name).toSorted();
}

describe('an inspection and its tasks', () => {
  const story = eachStory({ at: BEFORE_THE_INSPECTION, change: supervised, console: true });
  const ROUND = 'sanhehu-2026-08-24';
  const WEEKLY = 'weekly-inspection';

  const total = async (town: TownStory) => {
    const report = await (await town.http('/inspections/weekly/2026-08-24')).json();
    return (report as { total: Record<string, number> }).total;
  };
  const taskOf = async (town: TownStory, staff: string): Promise<string> => {
    const list = await town.admin('administrator', '/admin/tasks');
    const { items } = (await list.json()) as { items: { id: string; asked?: string }[] };
    return items.find(({ asked }) => asked === staff)?.id ?? '';
  };

  it('a check that was stopped is retried, and its answer is in the report', async () => {
    const town = story();
    await town.advance('PT15M');
    const task = await taskOf(town, SECRETARY);
    await stop(town, 'staff-task', task);
    const name = await retry(town, 'staff-task', task);
    expect(await (await town.admin('administrator', `/admin/tasks/${task}`)).json()).toMatchObject({
      execution: { machine: 'staff-task', name },
    });
    await town.reply(SECRETARY, '1');
    expect((await seen(town, 'staff-task', name)).status).toBe('SUCCEEDED');
    await town.reply(LEADER, '1');
    expect(await total(town)).toMatchObject({ checks: 2, passed: 2, missed: 0 });
    expect(twice(town)).toEqual([]);
  });

  it('a check that the report gave as missed is not retried', async () => {
    const town = story();
    await town.advance('PT15M');
    const task = await taskOf(town, SECRETARY);
    await stop(town, 'staff-task', task);
    await town.reply(LEADER, '2 1 示例：牌子不见');
    expect(await refusal(town, 'staff-task', task)).toBe('409 inspection-reported');
  });

  it('an inspection that was stopped is retried, goes on with the checks that are open, and ends as it would have', async () => {
    const town = story();
    await town.advance('PT15M');
    await town.reply(LEADER, '1');
    const task = await taskOf(town, SECRETARY);
    await stop(town, WEEKLY, ROUND);
    expect(await refusal(town, 'staff-task', task)).toBe('409 retry-its-inspection');
    await town.reply(SECRETARY, '2 1 示例：牌子不见');
    await retry(town, WEEKLY, ROUND);
    // What was answered while nothing ran is done: it needs no execution.
    expect(await namesOf(town, 'staff-task')).not.toContain(`${task}-again-2`);
    expect(await total(town)).toMatchObject({ checks: 2, passed: 1, failed: 1, findings: 1 });
    const [head] = town.cloud.sms
      .sent()
      .slice(-5)
      .filter(({ body }) => body.includes('请整改'));
    const staff = town.town.staff.find(({ phone }) => phone === head?.to)?.id ?? '';
    await town.reply(staff, '1 示例：已补牌');
    await town.reply(SECRETARY, '1');
    expect(await total(town)).toMatchObject({ rectified: 1 });
    expect((await seen(town, WEEKLY, `${ROUND}-retry-2`)).status).toBe('SUCCEEDED');
    expect(twice(town)).toEqual([]);
  });

  it('an inspection is not retried beside a task of it that was retried by itself', async () => {
    const town = story();
    await town.advance('PT15M');
    const task = await taskOf(town, SECRETARY);
    await stop(town, 'staff-task', task);
    const name = await retry(town, 'staff-task', task);
    await stop(town, WEEKLY, ROUND);
    expect(await refusal(town, WEEKLY, ROUND)).toBe('409 part-running');
    await stop(town, 'staff-task', name);
    await retry(town, WEEKLY, ROUND);
    expect(await refusal(town, 'staff-task', name)).toBe('409 retried-before');
    await town.reply(SECRETARY, '1');
    await town.reply(LEADER, '1');
    expect(await total(town)).toMatchObject({ passed: 2, missed: 0 });
    expect(twice(town)).toEqual([]);
  });
});

describe('a round', () => {
  /** Just before the town closes the day. */
  const story = eachStory({ at: Date.parse('2026-08-24T17:20:00+08:00'), console: true });
  const ROUND = 'sanhehu-2026-08-24';

  async function stuckClose(town: TownStory): Promise<void> {
    await town.submit();
    await town.fault({ function: 'CloseDay', error: 'Broken', times: 100 });
    await town.advance('PT15M');
    await stop(town, 'daily-close', ROUND);
    await town.clearFaults();
  }

  it('that was stopped is retried: the day is closed, and everybody told once', async () => {
    const town = story();
    await stuckClose(town);
    expect((await town.http('/bulletin')).status).toBe(404);
    const name = await retry(town, 'daily-close', ROUND);
    expect(await seen(town, 'daily-close', name)).toMatchObject({ status: 'SUCCEEDED', retryOf: ROUND });
    expect(await (await town.http('/bulletin')).json()).toMatchObject({
      date: '2026-08-24',
      total: { reported: 1 },
    });
    await town.advance('PT3H');
    expect(await namesOf(town, 'daily-close')).toEqual([ROUND, name]);
    expect(twice(town)).toEqual([]);
  });

  it('is not retried once the next of its kind has taken up what it left', async () => {
    const town = story();
    await stuckClose(town);
    await town.advance('P1D');
    expect(await refusal(town, 'daily-close', ROUND)).toBe('409 round-overtaken');
    expect(await seen(town, 'daily-close', ROUND)).toMatchObject({ isRetriable: false });
    expect(await (await town.http('/bulletin')).json()).toMatchObject({
      date: '2026-08-25',
      total: { carriedOver: 1 },
    });
  });
});
