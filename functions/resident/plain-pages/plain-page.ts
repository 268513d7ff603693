import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Language } from '../../../domain/words/language.js';
import { LANGUAGES } from '../../../contracts/pages/language.js';
import { MESSAGES } from '../../../contracts/resident/messages.js';
import { securityHeaders } from '../../http/pages/security-headers.js';
import type { Problem } from '../../http/problem.js';
import { problemWords } from '../../http/problem-words.js';
import { type Html, html } from './html.js';
import type { Visit } from './visit.js';

const headers = (language: Language): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-language': language,
  'cache-control': 'no-store',
  ...securityHeaders(),
});

const HEAD = html`<meta charset="utf-8" /><meta
    name="viewport"
    content="width=device-width, initial-scale=1"
  /><meta name="referrer" content="no-referrer" /><link
    rel="icon"
    href="/icon.svg"
    type="image/svg+xml"
  /><link rel="stylesheet" href="/main.css" />`;

const documentOf = (language: Language, title: string, body: Html): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        ${HEAD}
        <title>${title}</title>
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;

export interface PlainPage {
  /** Where this page is found again in another language. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly heading: string;
  readonly current: 'form' | 'track' | 'statistics';
  readonly body: Html;
  readonly status?: number;
}

/** A page that needs no script: its frame around what it shows. */
export function plainPage(visit: Visit, page: PlainPage): APIGatewayProxyStructuredResultV2 {
  const { messages, language, town } = visit;
  const { nav } = messages;
  const name = town.settings.name[language];
  const link = (path: string, words: string, current: boolean) =>
    html`<a href="${visit.address(path)}" ${current && html` aria-current="page"`}>${words}</a>`;
  const languages = LANGUAGES.map((one) => {
    const address = visit.address(page.path, { ...page.query, lang: one.language });
    const current = one.language === language && html` aria-current="true"`;
    return html`<a href="${address}" lang="${one.language}" hreflang="${one.language}" ${current}
      >${one.name}</a
    >`;
  });
  const body = html`<a class="skip" href="#main">${messages.skip}</a>
    <header>
      <div class="bar">
        <span class="brand"><span class="town">${name}</span> ${messages.title}</span>
        <nav class="languages" aria-label="${messages.otherLanguage}">${languages}</nav>
      </div>
      <nav class="bar" aria-label="${nav.label}">
        ${link('/plain', nav.report, page.current === 'form')}${link('/plain/track', nav.track, page.current === 'track')}${link('/plain/statistics', nav.statistics, page.current === 'statistics')}
      </nav>
    </header>
    <main id="main">${page.body}</main>
    ${town.settings.sample && html`<footer class="bar hint">${messages.sample}</footer>`}`;
  return {
    statusCode: page.status ?? 200,
    headers: headers(language),
    body: documentOf(language, `${page.heading} - ${name} - ${messages.title}`, body),
  };
}

/** The page of a problem, where there is no other to say it on. */
export function plainProblem({ type, more }: Problem, language: Language): APIGatewayProxyStructuredResultV2 {
  const { status, title } = problemWords(type);
  const { plain } = MESSAGES[language];
  const body = html`<main>
    <h1>${title[language]}</h1>
    ${more.detail !== undefined && html`<p>${more.detail}</p>`}
    <p><a href="/plain">${plain.back}</a></p>
  </main>`;
  return {
    statusCode: status,
    headers: headers(language),
    body: documentOf(language, title[language], body),
  };
}

/** Goes on to another page, so that loading it again sends nothing again. */
export const goTo = (location: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 303,
  headers: { location, 'cache-control': 'no-store' },
});
