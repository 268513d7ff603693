import type { Role } from '../../domain/access/permissions.js';
import { consoleUserId } from '../../tools/console-sign-in.js';
import type { TownStory } from '../stories/town-story.js';
import type { OpenPage } from './test-browser.js';

/** Opens a page of the console as somebody of this role, by way of the issuer's own page. */
export async function signInTo(
  { page }: Pick<OpenPage, 'page'>,
  town: TownStory | string,
  role: Role,
  path = '',
): Promise<void> {
  await page.goto(`/console${path}`);
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
  await page
    .locator(
      `button[value="${consoleUserId(typeof town === 'string' ? town : town.town.settings.id, role)}"]`,
    )
    .click();
  await page.waitForURL(`**/console${path}`);
  await page.locator('main:not(.welcome) h1').first().waitFor();
}

/** Goes to another page of the console as its links do, without loading all of it anew. */
export async function walkTo({ page, settled }: OpenPage, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(undefined, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await settled();
  await page.locator('main:not(.welcome) h1').first().waitFor();
}
