import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../domain/words/language.js';
import { addingWords, fieldWords } from '../../domain/editing/field-words.js';
import { SECTION_WORDS } from '../../domain/editing/section-words.js';
import { SETTING_AREAS } from '../../domain/editing/settings-in-words.js';
import { EDITING } from '../../web/admin/editing/words.js';
import { SHELL } from '../../web/admin/shell/words.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { layoutFaults } from './layout-faults.js';
import { overflowAt } from './overflow-at.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await TestBrowser.launch();
});
beforeEach(async () => {
  // Thousands of examples to read by would be carried to and fro.
  story = await TownStory.begin({ console: true, change: (town) => ({ ...town, examples: '' }) });
});
afterEach(() => story.end());
afterAll(() => browser.close());

const label = (path: string, language: Language): string => fieldWords(path)?.[language] ?? path;

/** Presses what has the focus after it was given to it, as who has no mouse does. */
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await target.focus();
  await target.press(key);
}

async function type(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(text);
}

const dialog = (page: Page): Locator => page.getByRole('dialog');

async function versionNow(): Promise<number> {
  const answer = await story.admin('administrator', '/admin/town');
  return ((await answer.json()) as { version: number }).version;
}

/** Somebody else saves something in between: the name of a department. */
async function changeMeanwhile(): Promise<void> {
  const read = await story.admin('administrator', '/admin/town/sections/departments');
  const { version, entries } = (await read.json()) as { version: number; entries: { id: string }[] };
  const [first] = entries;
  const entry = { ...first, name: { 'zh-CN': '示例改名的部门', en: 'Renamed department (sample)' } };
  const changes = [{ section: 'departments', key: first?.id, entry }];
  const saved = await story.admin('administrator', '/admin/town/changes', 'POST', { version, changes });
  expect(saved.status).toBe(200);
}

describe.each(['zh-CN', 'en'] as const)('the editors of the town, by keyboard, in %s', (language) => {
  const words = EDITING[language];
  const staffName = SECTION_WORDS.staff.one[language];

  it('keep what is wrong beside its field, lose nothing, say what changes, and put it on top of what others changed', async () => {
    const opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    const { page, context, faults } = opened;
    await signInTo(opened, story, 'administrator', '/editor/staff');
    const way = page.getByRole('navigation', { name: SHELL[language].breadcrumbs });
    await way.getByRole('link', { name: SECTION_WORDS.staff.name[language], exact: true }).waitFor();
    await press(page.getByRole('button', { name: words.add(staffName), exact: true }));
    const form = dialog(page);
    await type(form.getByLabel(label('staff.name', language), { exact: true }), '示例新人');
    await type(form.getByLabel(label('phone', language), { exact: true }), '12345');
    await press(form.getByRole('button', { name: words.check, exact: true }));
    await form.getByText(words.entryWrong).waitFor();
    await picture(page, `console editor with errors ${language}`);
    expect(await violations(page)).toEqual([]);
    // What was typed is there again after the page was left.
    await page.reload();
    await page.getByText(words.unsaved(1)).waitFor();
    await press(page.getByRole('button', { name: words.edit('示例新人') }));
    await type(form.getByLabel(label('phone', language), { exact: true }), '+8619900001999');
    await choose(form, label('staff.duty', language));
    await choose(form, label('language', language));
    await press(form.getByRole('button', { name: words.check, exact: true }));
    await form.waitFor({ state: 'hidden' });

    await changeMeanwhile();
    await press(page.getByRole('button', { name: words.review, exact: true }));
    await form.getByText(words.conflict).waitFor();
    await form
      .getByText(/示例改名的部门|Renamed department/)
      .first()
      .waitFor();
    await picture(page, `console editor conflict ${language}`);
    expect(await violations(page)).toEqual([]);
    await press(form.getByRole('button', { name: words.onTop, exact: true }));
    await form.getByText(words.right).waitFor();
    await picture(page, `console editor preview ${language}`);
    await press(form.getByRole('button', { name: words.save, exact: true }));
    await page.getByText(words.saved(3)).waitFor();
    expect(await versionNow()).toBe(3);

    await page.goto('/console/versions');
    await press(page.getByRole('button', { name: words.versions.restore(1), exact: true }));
    await form.getByText(words.right).waitFor();
    await picture(page, `console version restored ${language}`);
    expect(await violations(page)).toEqual([]);
    await press(form.getByRole('button', { name: words.versions.restore(1), exact: true }));
    await page.getByText(words.saved(4)).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

it('what is to be chosen yet among several is wrong by itself, and what is removed says that it is used', async () => {
  const words = EDITING.en;
  const opened = await browser.open({ origin: story.cloud.url, language: 'en', width: 'desk' });
  const { page, context, faults } = opened;
  await signInTo(opened, story, 'administrator', '/editor/departments');
  const [water] = story.town.departments.filter(({ id }) => id === 'water-company');
  const name = water?.name.en ?? '';
  await press(page.getByRole('button', { name: words.edit(name) }));
  const form = dialog(page).first();
  await press(form.getByRole('button', { name: addingWords('departments.contacts')?.en ?? '' }));
  await press(form.getByRole('button', { name: words.check, exact: true }));
  await form.getByText(words.entryWrong).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
  await picture(page, 'console editor contact missing');
  const wrong = form.locator('button[aria-invalid="true"]');
  expect(await wrong.allInnerTexts()).toEqual([words.chosen]);
  expect(await wrong.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await violations(page)).toEqual([]);
  await press(form.getByRole('button', { name: words.discard, exact: true }));
  await press(page.getByRole('button', { name: words.take(name) }));
  await press(page.getByRole('button', { name: words.review, exact: true }));
  await dialog(page).getByText(words.stillUsed).waitFor();
  await picture(page, 'console editor still used');
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

describe.each(['zh-CN', 'en'] as const)('the settings, by keyboard, in %s', (language) => {
  const words = EDITING[language];
  const undo = label('settings.undoWithin', language);
  const perWeek = label('settings.visits.perWeek', language);
  const amountOf = (name: string): string => `${name} ${words.amount}`;

  it.each(['phone', 'desk'] as const)(
    'stand in parts that fit a %s, are found by their words, say their bounds, and keep what is wrong at its field',
    async (width) => {
      const opened = await browser.open({ origin: story.cloud.url, language, width });
      const { page, context, faults } = opened;
      await signInTo(opened, story, 'administrator', '/editor/settings');
      const find = page.getByRole('searchbox', { name: words.findSetting });
      await find.waitFor();
      await picture(page, `console settings ${language} ${width}`);
      await type(find, perWeek);
      const field = page.getByLabel(perWeek, { exact: true });
      await field.waitFor();
      await page.getByText(BOUNDS[language]).waitFor();
      await type(field, '40');
      await press(page.getByRole('button', { name: words.check, exact: true }));
      await page.getByText(words.settingsWrong(1)).waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
      await picture(page, `console settings wrong ${language} ${width}`);
      expect(await violations(page)).toEqual([]);
      expect(await layoutFaults(page)).toEqual([]);
      await type(field, '8');
      await type(find, undo);
      await type(page.getByLabel(amountOf(undo), { exact: true }), '30');
      await picture(page, `console settings changed ${language} ${width}`);
      await press(page.getByRole('button', { name: words.review, exact: true }));
      const form = dialog(page);
      await form.getByText(words.right).waitFor();
      await picture(page, `console settings preview ${language} ${width}`);
      expect(await violations(page)).toEqual([]);
      await press(form.getByRole('button', { name: words.save, exact: true }));
      await page.getByText(words.saved(2)).waitFor();
      const saved = await story.admin('administrator', '/admin/town/sections/settings');
      const [entry] = ((await saved.json()) as { entries: unknown[] }).entries;
      expect(entry).toMatchObject({ undoWithin: { minutes: 30 }, visits: { perWeek: 8 } });
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  it('open whole, every part with nothing that does not fit, and lead to what is wrong', async () => {
    const opened = await browser.open({ origin: story.cloud.url, language, width: 'phone' });
    const { page, context, faults } = opened;
    await signInTo(opened, story, 'administrator', '/editor/settings');
    for (const area of Object.values(SETTING_AREAS))
      await press(page.getByRole('button', { name: area[language], exact: true }));
    await picture(page, `console settings open ${language}`);
    expect(await overflowAt(page, 375)).toBe(0);
    expect(await layoutFaults(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    // An amount is taken out to write another: it stays empty, and a check leads back to it.
    const amount = page.getByLabel(amountOf(undo), { exact: true });
    await amount.fill('');
    await press(page.getByRole('button', { name: words.check, exact: true }));
    await page.getByText(words.settingsWrong(1)).waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    expect(await amount.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });
});

const BOUNDS = { 'zh-CN': '1至16户', en: '1 to 16 households' } as const;

/** Opens a choice and takes the first of what there is. */
async function choose(form: Locator, name: string): Promise<void> {
  const select = form.getByRole('button', { name });
  await select.focus();
  await select.press('Enter');
  await select.page().keyboard.press('ArrowDown');
  await select.page().keyboard.press('Enter');
}
