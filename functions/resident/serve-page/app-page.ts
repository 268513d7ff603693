import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Language } from '../../../domain/words/language.js';
import { MESSAGES } from '../../../contracts/resident/messages.js';
import { manifestAddress, THEME } from '../../http/pages/installed-app.js';
import { requestLanguage } from '../../http/request-language.js';
import { html } from '../plain-pages/html.js';
import { pageAnswer } from './page-answer.js';

/** The parts of an HTTP API event that are used. */
export type PageEvent = Pick<APIGatewayProxyEventV2, 'rawPath' | 'headers' | 'queryStringParameters'>;

/** The addresses that the resident's app answers itself, and the page without scripts that does the same. */
const APP_PATHS = /^\/(?:(track|my-grid|daily|in-person|r\/[^/]+)\/?)?$/;

export const isAppPath = (path: string): boolean => APP_PATHS.test(path);

/** The page for somebody without scripts: the form, the following of a request, or the request of the link. */
function plainAddress({ rawPath, queryStringParameters = {} }: PageEvent): string {
  const page = APP_PATHS.exec(rawPath)?.[1] ?? '';
  const path = page === 'track' || page.startsWith('r/') ? `/plain/${page}` : '/plain';
  const query = Object.entries(queryStringParameters).flatMap(([name, value]) =>
    ['town', 'lang', 'key', 'village'].includes(name) && value !== undefined ? [[name, value]] : [],
  );
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`;
}

/** How the files begin that hold the words of a language: the script asks for one as soon as it runs. */
const WORDS: Readonly<Record<Language, string>> = { 'zh-CN': '/messages.zh-', en: '/messages.en-' };

/**
 * The one page of the app, in the caller's language until the script has read what was chosen before. A browser without
 * scripts goes on to the plain pages at once; one whose script is slow, or never comes, finds the way there meanwhile.
 */
function documentFor(event: PageEvent, files: readonly string[]): string {
  const language = requestLanguage(event);
  const { title, plain } = MESSAGES[language];
  const address = plainAddress(event);
  const manifest = manifestAddress('resident', {
    lang: language,
    town: event.queryStringParameters?.['town'],
  });
  const words = files.find((file) => file.startsWith(WORDS[language]));
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="theme-color" content="${THEME}" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="${manifest}" />
        <link rel="stylesheet" href="/main.css" />
        ${words !== undefined && html`<link rel="modulepreload" href="${words}" />`}
        <script type="module" src="/main.js"></script>
        <noscript><meta http-equiv="refresh" content="0; url=${address}" /></noscript>
      </head>
      <body>
        <div id="app">
          <main>
            <p>${plain.loading}</p>
            <p><a href="${address}">${plain.open}</a></p>
          </main>
        </div>
      </body>
    </html>`.text;
}

export const appPage = (event: PageEvent, files: readonly string[]): APIGatewayProxyStructuredResultV2 =>
  pageAnswer(event, documentFor(event, files));
