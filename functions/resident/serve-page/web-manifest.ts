import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { MESSAGES } from '../../../contracts/resident/messages.js';
import type { Language } from '../../../domain/words/language.js';
import { type InstalledApp, THEME } from '../../http/pages/installed-app.js';
import { requestLanguage } from '../../http/request-language.js';
import { STAFF_TITLES } from '../../staff/staff-page.js';
import type { PageEvent } from './app-page.js';

const ADDRESS = /^\/(resident|staff)\.webmanifest$/;

/** Each app its own: whoever of the staff lives in the town has both on one phone. */
const ICONS: Readonly<Record<InstalledApp, string>> = { resident: 'icon', staff: 'staff-icon' };

const iconsOf = (app: InstalledApp) => [
  { src: `/${ICONS[app]}.svg`, sizes: 'any', type: 'image/svg+xml' },
  ...[192, 512].map((side) => ({
    src: `/${ICONS[app]}-${side}.png`,
    sizes: `${side}x${side}`,
    type: 'image/png',
  })),
];

const nameOf = (app: InstalledApp, language: Language): string =>
  app === 'staff' ? STAFF_TITLES[language] : MESSAGES[language].title;

/**
 * The manifest by which a phone installs an app; the residents' begins with the town whose page it was installed from.
 */
export function webManifest(event: PageEvent): APIGatewayProxyStructuredResultV2 | undefined {
  const [, found] = ADDRESS.exec(event.rawPath) ?? [];
  if (found === undefined) return undefined;
  const app = found === 'staff' ? 'staff' : 'resident';
  const language = requestLanguage(event);
  const town = event.queryStringParameters?.['town'];
  const query = town === undefined ? '' : `?${new URLSearchParams({ town }).toString()}`;
  const name = nameOf(app, language);
  return {
    statusCode: 200,
    headers: {
      'content-type': 'application/manifest+json',
      'cache-control': 'public, max-age=300',
      vary: 'accept-language',
    },
    body: JSON.stringify({
      name,
      short_name: name,
      lang: language,
      start_url: app === 'staff' ? '/staff' : `/${query}`,
      scope: '/',
      display: 'standalone',
      theme_color: THEME,
      background_color: THEME,
      icons: iconsOf(app),
    }),
  };
}
