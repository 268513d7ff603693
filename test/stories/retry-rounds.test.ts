import type { ExecutionView } from '../../contracts/console/executions.js';
import type { Town } from '../../domain/town/schema.js';
import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';

const TEAM = ['inspection-team-1', 'inspection-team-2', 'inspection-team-3'] as const;

/** Few households, one office, no weekly checks: what a round texts can be counted. */
const small = (town: Town): Town => ({
  ...town,
  households: town.households.filter(({ grid }) => grid === 52),
  supervisors: [],
  inspections: {
    ...town.inspections,
    callsAtOnce: 1,
    offices: [{ department: 'petition-office', methods: ['files', 'petition-reception'] }],
  },
});

const act = (town: TownStory, machine: string, name: string, what: 'stop' | 'retry') =>
  town.admin('administrator', `/admin/executions/${machine}/${name}/${what}`, 'POST', {});

/** Stops it, and then retries it as the second. */
async function stopAndRetry(town: TownStory, machine: string, name: string): Promise<void> {
  expect((await act(town, machine, name, 'stop')).status).toBe(202);
  await town.clearFaults();
  const retried = await act(town, machine, name, 'retry');
  expect([retried.status, await retried.json()]).toEqual([202, { machine, name: `${name}-retry-2` }]);
}

async function statusOf(town: TownStory, machine: string, name: string): Promise<string> {
  const shown = await town.admin('administrator', `/admin/executions/${machine}/${name}`);
  return ((await shown.json()) as ExecutionView).status;
}

const names = async (town: TownStory, machine: string): Promise<string[]> => {
  const list = await town.admin('administrator', `/admin/executions?machine=${machine}`);
  const { items } = (await list.json()) as { items: readonly { name: string }[] };
  return items.map(({ name }) => name);
};

const textsWith = (town: TownStory, words: string): string[] =>
  town.cloud.sms.sent().flatMap(({ to, body }) => (body.includes(words) ? [`${to} ${body}`] : []));

/** Every text once. */
function expectOnce(texts: readonly string[]): void {
  expect(texts).not.toEqual([]);
  expect(new Set(texts).size).toBe(texts.length);
}

const from = (at: string) => ({ at: Date.parse(`${at}+08:00`), change: small, console: true });

describe('the round of visits', () => {
  const story = eachStory({ ...from('2026-08-24T07:50:00') });

  it('stopped before its lists were made is retried, and each head has one list', async () => {
    const town = story();
    await town.fault({ function: 'PlanVisits', error: 'Broken', times: 100 });
    await town.advance('PT15M');
    await stopAndRetry(town, 'visit-round', 'sanhehu-2026-08-24');
    expect(await statusOf(town, 'visit-round', 'sanhehu-2026-08-24-retry-2')).toBe('SUCCEEDED');
    await town.advance('PT2H');
    expectOnce(textsWith(town, '本周走访'));
    expect(await names(town, 'visit-round')).toHaveLength(2);
  });

  it('goes on while the carrier takes no texts: its lists are sent when it is back, each once', async () => {
    const town = story();
    await town.fault({ service: 'sns', action: 'Publish', error: 'ServiceUnavailable' });
    await town.advance('PT15M');
    expect(textsWith(town, '本周走访')).toEqual([]);
    await town.clearFaults();
    await town.advance('PT10M');
    expectOnce(textsWith(town, '本周走访'));
    expect(await names(town, 'visit-round')).toHaveLength(1);
  });
});

describe('the cards of a day', () => {
  /** A same-day request that nobody has done by Tuesday morning. */
  const story = eachStory({ ...from('2026-08-24T15:50:00') });

  it('stopped are given by the retry, each once', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    await town.fault({ function: 'GiveCards', error: 'Broken', times: 100 });
    await town.advance('PT17H');
    await stopAndRetry(town, 'deadline-cards', 'sanhehu-2026-08-25');
    expect(await town.timeline(receipt)).toContain('red-card');
    expectOnce(textsWith(town, '督办'));
    await town.advance('PT2H');
    const cards = (await town.timeline(receipt)).filter((type) => type === 'red-card');
    expect(cards).toHaveLength(1);
  });
});

describe('the monthly inspection', () => {
  const story = eachStory({ ...from('2026-08-27T17:40:00') });
  const ROUND = 'sanhehu-2026-08';

  /** Two requests whose residents can be called. */
  async function twoCalls(town: TownStory): Promise<void> {
    for (const [description, phone] of [
      ['示例：路灯不亮', RESIDENT.phone],
      ['示例：路灯又不亮', '+8619911110002'],
    ] as const) {
      await town.submit({ description, phone });
      await town.reply('g52-a', '1');
      await town.reply('g52-a', '1 示例：已修好');
      await town.replyAsResident('1', phone);
    }
  }

  /** Answers what the inspectors are asked, `most` of it. */
  async function inspect(town: TownStory, most: number): Promise<number> {
    const answered = new Set<string>();
    for (let before = -1; before < answered.size && answered.size < most;) {
      before = answered.size;
      for (const staff of TEAM)
        for (const text of town.textsTo(town.phoneOf(staff))) {
          const [, code = ''] = /(?:请做|请打电话问).*编码(\w{4})/.exec(text) ?? [];
          if (code === '' || answered.has(code) || answered.size === most) continue;
          answered.add(code);
          await town.text(town.phoneOf(staff), `${code} 1`);
        }
    }
    return answered.size;
  }

  const report = async (town: TownStory) =>
    (await (await town.http('/inspections/monthly/2026-08')).json()) as {
      state: string;
      total: Record<string, number>;
      sample?: { seed: string };
    };

  it('stopped among its calls goes on with those that are open: one seed, one draw, each call once', async () => {
    const town = story();
    await twoCalls(town);
    await town.advance('PT16H');
    const { sample } = await report(town);
    await inspect(town, 1);
    await stopAndRetry(town, 'monthly-inspection', ROUND);
    await inspect(town, Infinity);
    const { state, total, sample: after } = await report(town);
    expect([state, after?.seed]).toEqual(['closed', sample?.seed]);
    expect(total).toMatchObject({ checks: 2, passed: 2, calls: 2, satisfied: 2, findings: 0 });
    for (const words of ['请打电话问', '请做', '按种子', '结果已公布']) expectOnce(textsWith(town, words));
    expect(await statusOf(town, 'monthly-inspection', `${ROUND}-retry-2`)).toBe('SUCCEEDED');
  });

  it('stopped before it had a seed is held by the retry', async () => {
    const town = story();
    await twoCalls(town);
    await town.fault({ function: 'HoldInspection', error: 'Broken', times: 100 });
    await town.advance('PT16H');
    await stopAndRetry(town, 'monthly-inspection', ROUND);
    await inspect(town, Infinity);
    expect(await report(town)).toMatchObject({ state: 'closed', total: { calls: 2, satisfied: 2 } });
    expectOnce(textsWith(town, '按种子'));
  });
});

describe('a follow-up', () => {
  const story = eachStory({
    ...from('2026-08-24T15:50:00'),
    change: (town: Town): Town => ({
      ...small(town),
      programmes: town.programmes.map((programme) => ({ ...programme, followUpDays: [1] })),
    }),
  });

  /** Closed, and a day later somebody is asked how it is: the code of that ask. */
  async function askedHowItIs(town: ReturnType<typeof story>): Promise<string> {
    await town.submit({ category: 'road-damage', description: '示例：路面坑洼' });
    await town.reply('g52-a', '1');
    await town.reply('construction-office-1', '1 已经勘查');
    await town.reply('construction-office-1', '1 已经修好');
    await town.replyAsResident('1');
    await town.advance('P1DT2H');
    return /编码(\w{4})/.exec(textsWith(town, '请回访')[0] ?? '')?.[1] ?? '';
  }

  it('that finds a danger opens one emergency, not two', async () => {
    const town = story();
    const code = await askedHowItIs(town);
    await town.text(town.phoneOf('g52-a'), `${code} 2 示例：挖断燃气管，煤气漏气，味很大`);
    town.typed.add('挖断燃气管');
    expect(await names(town, 'resident-request')).toHaveLength(2);
    expect(textsWith(town, '【紧急】').length).toBeGreaterThan(0);
  });

  it('stopped is retried: the problem that was told while nothing ran becomes a request, once', async () => {
    const town = story();
    const code = await askedHowItIs(town);
    const [task = ''] = await names(town, 'follow-up');
    expect((await act(town, 'follow-up', task, 'stop')).status).toBe(202);
    const asked = textsWith(town, '请回访');
    await town.text(town.phoneOf('g52-a'), `${code} 2 示例：路面又坏了`);
    town.typed.add('路面又坏了');
    expect(await names(town, 'resident-request')).toHaveLength(1);
    expect((await act(town, 'follow-up', task, 'retry')).status).toBe(202);
    expect(await statusOf(town, 'follow-up', `${task}-retry-2`)).toBe('SUCCEEDED');
    expect(await names(town, 'resident-request')).toHaveLength(2);
    expect(textsWith(town, '请回访')).toEqual(asked);
    expect(await names(town, 'follow-up')).toHaveLength(2);
  });
});
