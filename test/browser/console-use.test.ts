import type { Locator, Page } from 'playwright-core';
import { SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import type { Role } from '../../domain/access/permissions.js';
import { shownNumber } from '../../contracts/pages/request-number.js';
import { CORRECTING } from '../../web/admin/correcting/words.js';
import { REQUESTS } from '../../web/admin/requests/words.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { tabTo } from './tab-to.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin({ console: true }), TestBrowser.launch()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

const open = (language: 'zh-CN' | 'en' = 'en'): Promise<OpenPage> =>
  browser.open({ origin: story.cloud.url, language, width: 'desk' });

const links = async ({ page }: OpenPage): Promise<string[]> => {
  const found = page.getByRole('navigation').locator('ul a');
  return (await found.allTextContents()).map((text) => text.trim());
};

/** Stops so many executions named after a request, for one reason; they work on none, and come to nothing. */
async function stopMany(town: TownStory, id: string, count: number): Promise<void> {
  const sfn = new SFNClient({
    endpoint: town.cloud.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'administrator', secretAccessKey: 'local' },
  });
  const stateMachineArn = town.output('RequestStateMachineArn');
  const names = Array.from({ length: count }, (_, nth) => `${id}-${nth + 2}`);
  await Promise.all(
    names.map(async (name) => {
      const start = new StartExecutionCommand({ stateMachineArn, name, input: '{}' });
      const { executionArn } = await sfn.send(start);
      await sfn.send(new StopExecutionCommand({ executionArn, error: 'Outage', cause: 'sample-outage' }));
    }),
  );
  sfn.destroy();
}

describe('who signs in sees what their role may see, and nothing else', () => {
  const TOWN = ['Grids', 'Staff and leave', 'Programmes'];
  test.each<[Role, readonly string[]]>([
    [
      'administrator',
      ['Requests', 'Executions', 'SMS log', ...TOWN, 'Import and export', 'Audit trail', 'Statistics'],
    ],
    ['leader', ['Requests', 'Executions', 'SMS log', ...TOWN, 'Audit trail', 'Statistics']],
    ['inspector', ['Requests', ...TOWN, 'Statistics']],
    ['duty-desk', ['Requests', ...TOWN, 'Statistics']],
  ])('%s', async (role, pages) => {
    const opened = await open();
    await signInTo(opened, story, role);
    expect(await links(opened)).toEqual(expect.arrayContaining([...pages]));
    const isShown = (name: string) => pages.includes(name);
    for (const name of ['Executions', 'Import and export', 'Audit trail'])
      expect([name, (await links(opened)).includes(name)]).toEqual([name, isShown(name)]);
    await opened.context.close();
  });

  test.each<[Role, readonly string[]]>([
    ['leader', ['/data']],
    ['inspector', ['/executions', '/texts', '/data', '/audit']],
    ['duty-desk', ['/executions', '/data', '/audit']],
  ])('an address that a %s may not see says so, and asks for nothing', async (role, paths) => {
    const opened = await open();
    await signInTo(opened, story, role);
    for (const path of paths) {
      // What the page before was still to ask for is not of this one.
      await opened.settled();
      const before = opened.addresses.length;
      await opened.page.goto(`/console${path}`);
      await opened.page.getByText('Your role may not see this page').waitFor();
      const asked = opened.addresses.slice(before).map((address) => new URL(address).pathname);
      // The bell asks on every page.
      const ofPage = asked.filter((one) => one.startsWith('/admin/') && one !== '/admin/requests/standing');
      expect([path, ofPage]).toEqual([path, ['/admin/me']]);
    }
    await opened.context.close();
  });

  it('an inspector sees a request, and neither who is behind it nor its texts, runs and costs', async () => {
    const { id } = await story.submit({ phone: '+8619911110005', description: '示例：没有路灯' });
    const opened = await open();
    const { page } = opened;
    await signInTo(opened, story, 'inspector', `/requests/${id}`);
    await page.getByRole('heading', { name: 'Questions and answers' }).waitFor();
    for (const name of ['The resident', 'SMS log', 'Executions', 'What this request costs'])
      expect([name, await page.getByRole('heading', { name }).count()]).toEqual([name, 0]);
    expect(await page.getByRole('button', { name: /^Answer / }).count()).toBe(0);
    await opened.context.close();
  });

  it('a leader may look at an execution, and has no button to stop it', async () => {
    const { id } = await story.submit();
    const opened = await open();
    await signInTo(opened, story, 'leader', `/executions/resident-request/${id}`);
    expect(await opened.page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
    await opened.context.close();
  });

  it('a leader reads by whose name an execution was stopped: in its history stands an id alone', async () => {
    const { id } = await story.submit({ phone: '+8619911110006', description: '示例：灯坏了' });
    await story.admin('administrator', `/admin/executions/resident-request/${id}/stop`, 'POST', {});
    const opened = await open();
    await signInTo(opened, story, 'leader', `/executions/resident-request/${id}`);
    await opened.page.getByText('Stopped in the console by 三河湖镇 管理员').first().waitFor();
    expect(await opened.page.getByText('Stopped in the console by sanhehu').count()).toBe(0);
    await opened.context.close();
  });

  it('who signs out has to sign in again', async () => {
    const opened = await open('zh-CN');
    const { page } = opened;
    await signInTo(opened, story, 'leader');
    await page.getByRole('button', { name: /三河湖镇/ }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await page.goto('/console/executions');
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  });
});

describe('an administrator', () => {
  it('reads on the board how often what is in trouble was tried, for how long, and the last error', async () => {
    await story.fault({ function: 'AssignRequest', error: 'Broken', times: 1000 });
    const { id } = await story.submit({ phone: '+8619911110031', description: '示例：路灯时亮时灭' });
    await story.advance('PT20M');
    await story.clearFaults();
    const opened = await open();
    const { page } = opened;
    await signInTo(opened, story, 'administrator', '/requests?order=newest');
    const row = page.getByRole('row').filter({ hasText: shownNumber(id) });
    await row.getByText(/failed \d+ times · for \d+ min/).waitFor();
    await row.getByText(/^Broken/).waitFor();
    await picture(page, 'console board trouble');
    expect(await violations(page)).toEqual([]);
    await opened.context.close();
  });

  it.each([
    ['three clicks', (target: Locator) => target.click()],
    [
      'three presses of Enter, by the keyboard alone',
      async (target: Locator) => {
        await target.waitFor();
        await tabTo(target.page(), target);
        await target.page().keyboard.press('Enter');
      },
    ],
  ])('redrives from the board what an outage left standing, with %s: the case goes on', async (how, act) => {
    await story.fault({ function: 'AssignRequest', error: 'Broken', times: 1000 });
    const receipt = await story.submit({
      phone: '+8619911110032',
      description: `示例：路灯整夜不亮，${how}`,
    });
    const path = `/admin/executions/resident-request/${receipt.id}/stop`;
    await story.admin('administrator', path, 'POST', { cause: 'the engine was down' });
    await story.advance('PT20M');
    await story.clearFaults();
    const opened = await open();
    const { page } = opened;
    await signInTo(opened, story, 'administrator', '/requests');
    const row = page.getByRole('row').filter({ hasText: shownNumber(receipt.id) });
    await row.getByText(/^Stopped in the console by .+: the engine was down$/).waitFor();
    await act(row.getByRole('link', { name: `Open the execution ${shownNumber(receipt.id)}` }));
    await page.waitForURL(`**/executions/resident-request/${receipt.id}`);
    await act(page.getByRole('button', { name: 'Redrive', exact: true }));
    await act(page.getByRole('dialog').getByRole('button', { name: 'Redrive', exact: true }));
    await page.getByText('Redriven.').waitFor();
    expect(opened.faults).toEqual([]);
    await opened.context.close();
    await story.cloud.clock.settled();
    expect((await story.view(receipt)).status).toBe('assigned');
  });

  it('finds an execution that stands still and redrives it in three clicks: the case goes on', async () => {
    const receipt = await story.submit({ description: '示例：路灯一直不亮' });
    const path = `/admin/executions/resident-request/${receipt.id}/stop`;
    await story.admin('administrator', path, 'POST', { cause: 'the engine was down' });
    const opened = await open();
    const { page } = opened;
    await signInTo(opened, story, 'administrator', '/executions');
    await page.getByText('In trouble', { exact: true }).click();
    await page.waitForURL('**/executions?trouble=yes');
    const row = page.getByRole('row').filter({ hasText: shownNumber(receipt.id) });
    await row.getByText(/^Stopped in the console by .+: the engine was down$/).waitFor();
    await row.getByRole('button', { name: 'Redrive' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Assign: ask the grid team to take it: 1').waitFor();
    await dialog.getByRole('button', { name: 'Redrive' }).click();
    await dialog.getByText('Done for 1.').waitFor();
    expect(opened.faults).toEqual([]);
    await opened.context.close();
    await story.cloud.clock.settled();
    await story.reply('g52-a', '1');
    expect((await story.view(receipt)).status).toBe('accepted');
  });

  it('redrives two hundred that were stopped by one outage in one go, by the keyboard alone, and sees how far it is', async () => {
    const { id } = await story.submit({ description: '示例：路灯又不亮' });
    await stopMany(story, id, 200);
    const opened = await open();
    const { page } = opened;
    await signInTo(opened, story, 'administrator', '/executions?trouble=yes&text=sample-outage');
    await page.getByRole('button', { name: /^Choose all that match/ }).waitFor();
    await tabTo(page, 'Choose all that match');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Act on the chosen (200)' }).waitFor();
    await tabTo(page, 'Act on the chosen (200)');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Redrive' }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Redrive 200 executions?' }).waitFor();
    await dialog.getByText('Intake: find place and path: 200').waitFor();
    await tabTo(page, dialog.getByRole('button', { name: 'Redrive' }));
    await page.keyboard.press('Enter');
    await dialog
      .getByText(/^\d+ of 200$/)
      .first()
      .waitFor();
    await dialog.getByText('Done for 200.').waitFor();
    expect(opened.faults).toEqual([]);
    await opened.context.close();
    const left = await story.admin('administrator', '/admin/executions?status=ABORTED&text=sample-outage');
    expect(await left.json()).toEqual({ items: [] });
  });

  it('retries an execution that was stopped, and goes on to the new one: the case goes on', async () => {
    const receipt = await story.submit({ description: '示例：路灯又不亮了' });
    const path = `/executions/resident-request/${receipt.id}`;
    await story.admin('administrator', `/admin${path}/stop`, 'POST', {});
    const opened = await open();
    const { page } = opened;
    await signInTo(opened, story, 'administrator', path);
    await page.getByRole('button', { name: 'Retry' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('nobody is asked a second time').waitFor();
    await dialog.getByRole('button', { name: 'Retry' }).click();
    await page.getByText('Retried: the work goes on in this new execution.').waitFor();
    await page.waitForURL(`**${path}-retry-2`);
    await page.getByRole('heading', { name: `${shownNumber(receipt.id)}, run 2` }).waitFor();
    await page.getByText('Retry of', { exact: true }).waitFor();
    await page.locator(`a[href$="${path}"]`).click();
    await page.getByText('Later execution', { exact: true }).waitFor();
    await page.getByRole('link', { name: `${shownNumber(receipt.id)}, run 2` }).waitFor();
    for (const name of ['Retry', 'Redrive'])
      expect([name, await page.getByRole('button', { name, exact: true }).count()]).toEqual([name, 0]);
    expect(opened.faults).toEqual([]);
    await opened.context.close();
    await story.cloud.clock.settled();
    await story.reply('g52-a', '1');
    expect((await story.view(receipt)).status).toBe('accepted');
  });

  it('reads why an execution cannot be retried, where a button would be', async () => {
    const { id } = await story.submit({ category: 'water-leak', description: '示例：水管又漏' });
    await story.reply('g52-a', '1');
    const path = `/executions/coordination/${id}-1`;
    await story.admin('administrator', `/admin${path}/stop`, 'POST', {});
    const opened = await open();
    const { page } = opened;
    await signInTo(opened, story, 'administrator', path);
    await page.getByText('Cannot be retried', { exact: true }).waitFor();
    await page.getByText('A coordination goes with its request').waitFor();
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  });

  it('sees who is behind a request only when asking for it, for that is noted', async () => {
    const { id } = await story.submit({
      name: '示例居民丁',
      phone: '+8619911110004',
      description: '示例：没有路灯',
    });
    const opened = await open('zh-CN');
    const { page } = opened;
    await signInTo(opened, story, 'administrator', `/requests/${id}`);
    expect(await page.getByText('示例居民丁').count()).toBe(0);
    await page.getByRole('button', { name: '查看居民信息' }).click();
    await page.getByText('示例居民丁').waitFor();
    expect(opened.addresses.filter((address) => address.includes('19911110004'))).toEqual([]);
    await opened.context.close();
  });
});

describe('the duty desk', () => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await open();
    await signInTo(opened, story, 'duty-desk', '/requests');
  });
  afterAll(() => opened.context.close());

  it('places from the board a request that no rule could place, by the keyboard alone', async () => {
    const receipt = await story.submit({
      village: undefined,
      group: undefined,
      description: '示例：不知道在哪',
    });
    const { page } = opened;
    await page.goto('/console/requests');
    const press = async (target: Locator, key = 'Enter') => {
      await target.waitFor();
      await tabTo(page, target);
      await page.keyboard.press(key);
    };
    await press(page.getByRole('button', { name: /Not placed$/ }));
    await press(page.getByRole('link', { name: shownNumber(receipt.id) }));
    await press(page.getByRole('button', { name: /^Answer / }).first());
    const dialog = page.getByRole('dialog');
    await press(dialog.getByRole('radio').first(), 'Space');
    await tabTo(page, dialog.getByRole('textbox'));
    await page.keyboard.type('52');
    await press(dialog.getByRole('button', { name: 'Send the answer' }));
    await page.getByText('The answer is recorded.').waitFor();
    await story.cloud.clock.settled();
    expect((await story.view(receipt)).status).toBe('assigned');
  });

  it('takes a call with the keyboard alone, on any page: a danger is read as it is typed, and raised without a number', async () => {
    const { page, faults } = opened;
    await page.goto('/console/tasks');
    await page.getByRole('heading', { level: 1, name: 'Staff tasks' }).waitFor();
    await page.keyboard.press('Alt+KeyN');
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    await page.keyboard.type('朱口村3组厨房煤气漏了，味儿很大');
    await page.getByText(/^Danger: /).waitFor();
    await page.getByRole('button', { name: 'Raise the alarm now' }).waitFor();
    await picture(page, 'console taking a call');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Taken in without a number').waitFor();
    await page.getByRole('heading', { name: 'Who has it now' }).waitFor();
    await page
      .getByRole('link', { name: /^Call / })
      .first()
      .waitFor();
    expect(faults).toEqual([]);
  });

  it('reminds several at once, and reads what came of each', async () => {
    await story.submit({ phone: '+8619911110021', description: '示例：东头路灯不亮' });
    await story.submit({ phone: '+8619911110022', description: '示例：西头路灯不亮' });
    await story.cloud.clock.settled();
    const before = story.textsTo(story.phoneOf('g52-a')).length;
    const { page, faults } = opened;
    await page.goto('/console/requests?category=street-light&status=assigned&order=newest');
    for (const row of [1, 2]) await page.getByRole('checkbox').nth(row).check();
    await page.getByRole('button', { name: 'Act on the chosen 2' }).click();
    await page.getByRole('menuitem', { name: 'Remind' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Remind' }).click();
    await dialog
      .getByText(/^Reminded: /)
      .nth(1)
      .waitFor();
    await picture(page, 'console reminding several');
    await story.cloud.clock.settled();
    const texts = story.textsTo(story.phoneOf('g52-a')).slice(before);
    expect(texts.filter((body) => body.includes('催办'))).toHaveLength(2);
    expect(faults).toEqual([]);
  });
});

/** Puts the request of this page right by the keyboard alone: one field, and why. */
async function correct(page: Page, field: string, value: string, reason: string): Promise<void> {
  // The heading comes before what may be done.
  await page.getByRole('button', { name: CORRECTING.en.open }).first().waitFor();
  await tabTo(page, CORRECTING.en.open);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, field);
  const isTyped = await page.locator('input:focus').count();
  if (isTyped === 0) await page.keyboard.press('Enter');
  // A long list opens with its finder; nobody types before it is there.
  await page.locator('input:focus').waitFor();
  await page.keyboard.type(value);
  if (isTyped === 0) {
    // Nobody takes the first option before they see that the list has come down to what they typed.
    await page.getByRole('option').filter({ hasNotText: value }).first().waitFor({ state: 'hidden' });
    await page.getByRole('option').filter({ hasText: value }).first().waitFor();
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
  }
  await tabTo(page, CORRECTING.en.reason);
  await page.keyboard.type(reason);
  await tabTo(page, CORRECTING.en.save);
  await page.keyboard.press('Enter');
  await page.getByText('Corrected: ').first().waitFor();
}

it('the duty desk puts right what it is about and where, by the keyboard alone, and sees the deadline move', async () => {
  const { fields } = CORRECTING.en;
  const lamp = await story.submit({ village: undefined, group: undefined, description: '示例：灯不亮' });
  const opened = await open();
  const { page } = opened;
  await signInTo(opened, story, 'duty-desk', `/requests/${lamp.id}`);
  await correct(page, fields.grid, '52', 'they rang');
  await story.cloud.clock.settled();
  await page.reload();
  const due = page.locator('dt', { hasText: REQUESTS.en.due }).locator('xpath=following-sibling::dd[1]');
  const before = await due.innerText();
  await correct(page, fields.category, 'Water leak', 'misread');
  await story.cloud.clock.settled();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await due.getByText(/ (?:28|31) Aug/).waitFor();
  expect(await due.innerText()).not.toBe(before);
  expect(await story.view(lamp)).toMatchObject({ category: 'water-leak', grid: 52 });
  expect(opened.faults).toEqual([]);
  await opened.context.close();
});
