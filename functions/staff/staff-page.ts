import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Language } from '../../domain/words/language.js';
import type { HttpCall } from '../http/http-handler.js';
import { manifestAddress, THEME } from '../http/pages/installed-app.js';
import { securityHeaders } from '../http/pages/security-headers.js';

export const STAFF_TITLES: Readonly<Record<Language, string>> = { 'zh-CN': '网格工作', en: 'Grid work' };

const NO_SCRIPT: Readonly<Record<Language, string>> = {
  'zh-CN': '这个页面需要 JavaScript。也可以直接回复短信：数字加编码。',
  en: 'This page needs JavaScript. You can also answer the text: a number and the code.',
};

/**
 * Whether a person's browser asks, to show a page: it names HTML before anything else. Programs, and the page's own
 * script, ask for JSON or for whatever there is.
 */
export function wantsPage({ event }: Pick<HttpCall, 'event'>): boolean {
  const accepted = event.headers['accept'] ?? '';
  const page = accepted.indexOf('text/html');
  const data = accepted.indexOf('application/json');
  return event.routeKey.startsWith('GET ') && page >= 0 && (data < 0 || page < data);
}

const html = (language: Language): string => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <meta name="theme-color" content="${THEME}" />
    <title>${STAFF_TITLES[language]}</title>
    <link rel="icon" href="/staff-icon.svg" type="image/svg+xml" />
    <link rel="manifest" href="${manifestAddress('staff', { lang: language })}" />
    <link rel="stylesheet" href="/staff.css" />
    <script type="module" src="/staff.js"></script>
  </head>
  <body>
    <div id="app"></div>
    <noscript><p>${NO_SCRIPT[language]}</p></noscript>
  </body>
</html>
`;

/** The one page of the staff, at each of its addresses, from which it asks for its content as JSON. */
export const staffPage = (language: Language): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
    vary: 'accept',
    ...securityHeaders(),
  },
  body: html(language),
});
