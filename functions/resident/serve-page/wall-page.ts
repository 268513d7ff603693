import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { MESSAGES } from '../../../contracts/resident/messages.js';
import { requestLanguage } from '../../http/request-language.js';
import { html } from '../plain-pages/html.js';
import type { PageEvent } from './app-page.js';
import { pageAnswer } from './page-answer.js';

export const isWallPath = (path: string): boolean => /^\/wall\/?$/.test(path);

/** The town's day on the screen of a hall. Without scripts it would stand still: the plain page has the figures. */
export function wallPage(event: PageEvent): APIGatewayProxyStructuredResultV2 {
  const language = requestLanguage(event);
  const { wall, statistics } = MESSAGES[language];
  const { text } = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${wall.title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/wall.css" />
        <script type="module" src="/wall.js"></script>
      </head>
      <body>
        <div id="app"></div>
        <noscript>
          <p>${wall.needsScript} <a href="/plain/statistics?lang=${language}">${statistics.heading}</a></p>
        </noscript>
      </body>
    </html>`;
  return pageAnswer(event, text);
}
