import { deadline } from '../../../domain/deadlines/deadline.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { createSendHeldTexts } from '../../../functions/texts/send-held-texts/handler.js';
import { caseTown } from '../../domain/request/case-town.js';
import { asked } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin } = eachWorld();

/** A town whose ask leaves room behind it. */
function shortWorded() {
  const short = '{before}{category} {due} {code}';
  const { texts } = caseTown();
  return caseTown({ texts: { ...texts, 'ask-acceptance': { 'zh-CN': short, en: short } } });
}

async function untilOf(world: FunctionWorld, id: string, n: number): Promise<number> {
  return plannedAsk(await world.services.requests.load('small-town', id), n)?.until ?? 0;
}

async function codeOf({ services }: FunctionWorld, subject: string, n: number): Promise<string> {
  return (await services.asks.find({ town: 'small-town', of: 'request', subject, n }))?.code ?? '';
}

/** Lets the ask pass, and puts the next; its number. */
async function silent(world: FunctionWorld, id: string, n: number): Promise<number> {
  world.at = await untilOf(world, id, n);
  const next = await world.record(id, { action: 'silent', ask: n });
  await world.ask(id, next.ask?.n);
  return next.ask?.n ?? 0;
}

/** Silence up to the last rung of the ladder, the town leader. */
async function atLeader(world: FunctionWorld) {
  const { id, n } = await asked(world);
  let ask = n;
  for (const _rung of ['b1', 'c1', 'd1', 'd2', 'l1']) ask = await silent(world, id, ask);
  return { id, ask, texts: () => world.textsTo(world.phoneOf('l1')) };
}

const sendSummaries = (world: FunctionWorld, time: string) => world.scheduled(createSendHeldTexts, time);

describe('whoever is asked because of somebody\u2019s silence', () => {
  it('reads who did not answer', async () => {
    const world = await begin(shortWorded());
    const { id, n } = await asked(world);
    await silent(world, id, n);
    const [text] = world.textsTo(world.phoneOf('b1'));
    const silentOne = world.town.staff.find(({ id: staff }) => staff === 'a1')?.name ?? '';
    expect(silentOne).not.toBe('');
    expect(text).toContain(silentOne);
  });

  it('is told, where it is the same person, when it was due', async () => {
    const world = await begin(shortWorded());
    const { id, ask, texts } = await atLeader(world);
    await silent(world, id, ask);
    expect(texts()).toHaveLength(2);
    expect(texts()[1]).toMatch(/原应.*前答复|It was due/);
  });
});

describe('the last rung', () => {
  it('is reminded by two texts, then once a working day in the summary', async () => {
    const world = await begin(shortWorded());
    const { id, ask, texts } = await atLeader(world);
    let last = ask;
    for (let time = 0; time < 2; time += 1) last = await silent(world, id, last);
    expect(texts()).toHaveLength(3);
    last = await silent(world, id, last);
    expect(texts()).toHaveLength(3);
    const day = new Date(world.at + 8 * 3_600_000).toISOString().slice(0, 10);
    const { summaryAt } = world.town.settings.sms;
    await sendSummaries(world, `${day}T${summaryAt}:00+08:00`);
    expect(texts()).toHaveLength(4);
    const code = await codeOf(world, id, last);
    expect(texts()[3]).toContain(code);
    expect(await untilOf(world, id, last)).toBe(deadline(world.at, { workingDays: 1 }, world.town.settings));
  });

  it('that answers before the evening finds nothing about it in the summary', async () => {
    const world = await begin(shortWorded());
    const { id, ask, texts } = await atLeader(world);
    let last = ask;
    for (let time = 0; time < 3; time += 1) last = await silent(world, id, last);
    const code = await codeOf(world, id, last);
    await world.deliver({ from: world.phoneOf('l1'), body: `${code} 1` });
    const before = texts().length;
    await sendSummaries(world, new Date(world.at + 2 * 86_400_000).toISOString());
    expect(texts()).toHaveLength(before);
  });
});
