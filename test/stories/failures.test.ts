import { eachStory } from './each-story.js';
import { type Receipt, RESIDENT, type TownStory } from './town-story.js';

const story = eachStory({ wire: true, console: true });

interface Row {
  readonly id?: string;
  readonly name?: string;
  readonly trouble?: { readonly kind: string };
}

async function rows(town: TownStory, path: string): Promise<Row[]> {
  const response = await town.admin('administrator', `/admin/${path}`);
  return ((await response.json()) as { items: Row[] }).items;
}

/** It is seen to be in trouble on the board, above it, and in the list of executions. */
async function inTrouble(town: TownStory, { id }: Receipt): Promise<void> {
  for (const path of ['requests?state=open', 'requests?state=open&standing=stuck'])
    expect(await rows(town, path)).toMatchObject([{ id, trouble: { kind: 'attention' } }]);
  const standing = await town.admin('administrator', '/admin/requests/standing');
  expect(await standing.json()).toMatchObject({ counts: { stuck: 1 }, alarms: [{ why: 'stuck', id }] });
  expect(await rows(town, 'executions?trouble=yes')).toMatchObject([
    { name: id, trouble: { kind: 'attention' } },
  ]);
}

describe('intake while the workflow engine is down', () => {
  it('is accepted all the same, and the sweep starts it', async () => {
    const town = story();
    await town.fault({ service: 'states', action: 'StartExecution', error: 'ServiceUnavailable', times: 20 });
    const receipt = await town.submit();
    expect((await town.view(receipt)).status).toBe('received');
    expect(await town.executions()).toEqual([]);
    await town.clearFaults();
    await town.advance('PT6M');
    expect((await town.view(receipt)).status).toBe('assigned');
    expect((await town.executions()).map(({ name }) => name)).toEqual([receipt.id]);
  });
});

describe('the same submission', () => {
  it('sent twice is one request, with the same answer', async () => {
    const town = story();
    const first = await town.submit({}, 'form-1');
    expect(await town.submit({}, 'form-1')).toEqual(first);
    expect(await town.executions()).toHaveLength(1);
  });

  it('sent ten times at once is one request and one text', async () => {
    const town = story();
    const responses = await Promise.all(Array.from({ length: 10 }, () => town.post({}, 'form-1')));
    await town.cloud.clock.settled();
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 202));
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(await town.executions()).toHaveLength(1);
    expect(town.textsTo(RESIDENT.phone)).toHaveLength(1);
  });

  it('without a key is one request when the same words come again on the same day', async () => {
    const town = story();
    const first = await town.submit();
    expect((await town.submit()).id).toBe(first.id);
    expect((await town.submit({ description: '示例：另一件事' })).id).not.toBe(first.id);
  });
});

describe('a function that fails', () => {
  it('twice and then works leaves no trace but its retries: one ask, one text', async () => {
    const town = story();
    await town.fault({ function: 'AskPerson', error: 'Broken', times: 2 });
    const receipt = await town.submit();
    await town.advance('PT5M');
    expect(town.textsTo(town.phoneOf('g52-a'))).toHaveLength(1);
    await town.reply('g52-a', '1');
    expect((await town.view(receipt)).status).toBe('accepted');
  });

  it('again and again ends with the duty desk asked, who tries again once it works', async () => {
    const town = story();
    await town.fault({ function: 'AssignRequest', error: 'Broken', times: 100 });
    const receipt = await town.submit();
    await town.advance('PT30M');
    expect(town.lastTextTo(town.phoneOf('duty-desk-1'))).toContain('办理中断');
    await town.clearFaults();
    await town.reply('duty-desk-1', '1');
    // Where it belongs was never in doubt: nobody is asked.
    expect(await town.view(receipt)).toMatchObject({ status: 'assigned', owner: town.nameOf('g52-a') });
  });

  it.each<[string, (town: TownStory, receipt: Receipt) => Promise<unknown>, status: string]>([
    ['its resident withdrew', (town, receipt) => town.answerOnline(receipt, 'withdraw'), 'withdrawn'],
    [
      'its resident was satisfied',
      async (town) => {
        await town.reply('g52-a', '1 已换灯泡');
        await town.replyAsResident('1');
      },
      'closed',
    ],
  ])(
    'behind a closing, since %s, has the duty desk asked and goes round without it no more',
    async (_why, end, status) => {
      const town = story();
      const receipt = await town.submit();
      await town.reply('g52-a', '1');
      await town.fault({ function: 'CloseRequest', error: 'Broken', times: 10_000 });
      await end(town, receipt);
      await town.advance('PT3H');
      // AWS keeps 25,000 events of an execution, and bills each transition.
      const [execution] = await town.executions();
      expect(execution?.states.at(-1)).toBe('Attention: wait for the duty desk');
      expect(execution?.states.length).toBeLessThan(20);
      const asked = town.lastTextTo(town.phoneOf('duty-desk-1'));
      expect([asked.includes('办理中断'), asked.includes('转介')]).toEqual([true, false]);
      await inTrouble(town, receipt);
      await town.clearFaults();
      await town.reply('duty-desk-1', '1');
      expect((await town.executions()).map((one) => one.status)).toEqual(['SUCCEEDED']);
      expect((await town.view(receipt)).status).toBe(status);
      expect(await rows(town, 'requests?state=open')).toEqual([]);
    },
  );

  it('within a coordination hands it back to the duty desk, and the stage goes on from where it stood', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1');
    await town.reply('red-cross-1', '1');
    await town.fault({ function: 'RecordStep', error: 'Broken', times: 8 });
    await town.reply('disabled-federation-1', '1');
    await town.advance('PT40M');
    expect(town.lastTextTo(town.phoneOf('duty-desk-1'))).toContain('办理中断');
    await town.reply('duty-desk-1', '1');
    // The Red Cross approved before the failure and is not asked again; the other approval is.
    await town.reply('disabled-federation-1', '1');
    await town.reply('eye-hospital-1', '1 9月3日');
    expect(await town.timeline(receipt)).toEqual(
      expect.arrayContaining(['attention', 'resumed', 'appointment']),
    );
    expect(town.textsTo(town.phoneOf('red-cross-1')).filter((body) => body.includes('请审批'))).toHaveLength(
      1,
    );
  });
});
