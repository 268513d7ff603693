import { eachStory } from './each-story.js';
import { RESIDENT } from './town-story.js';

const story = eachStory({ wire: true });

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
