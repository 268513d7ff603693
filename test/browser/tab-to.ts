import type { Locator, Page } from 'playwright-core';

/** As often as anybody would press Tab before giving up. */
const PATIENCE = 120;

/** What each control that has the focus is called, by its label or its words. */
const focusedNames = (page: Page): Promise<string[]> =>
  page.locator(':focus').evaluateAll((found) =>
    found.map((element) => {
      const labels = (element.getAttribute('aria-labelledby') ?? '').split(' ');
      const said = labels.map((id) => document.getElementById(id)?.textContent ?? '');
      return [element.getAttribute('aria-label') ?? '', ...said, element.textContent].join(' ');
    }),
  );

/** Goes on by Tab until a control of this name has the focus; a dialog that has it is none, though its words name all that is in it. */
async function tabToNamed(page: Page, name: string): Promise<void> {
  for (let press = 0; press < PATIENCE; press += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedNames(page)).some((said) => said.includes(name))) return;
  }
  throw new Error(`the focus never came to "${name}"`);
}

/** Goes on by Tab until what is looked for has the focus: a control of this name, or this one. */
export async function tabTo(page: Page, wanted: string | Locator): Promise<void> {
  if (typeof wanted === 'string') return tabToNamed(page, wanted);
  for (let press = 0; press < PATIENCE; press += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the focus never came to ${String(wanted)}`);
}
