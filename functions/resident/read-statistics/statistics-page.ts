import { moneyText } from '../../../domain/words/money-text.js';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { localDate } from '../../../domain/calendar/local-time.js';
import {
  COUNTS,
  DEFINITIONS,
  type FigureName,
  FIGURES,
  type Figures,
  type Share,
  SHARES,
} from '../../../domain/statistics/figures.js';
import type { Statistics } from '../../../domain/statistics/statistics.js';
import { statisticsQuery } from '../../../contracts/resident/statistics.js';
import type * as z from 'zod';
import { type Html, html } from '../plain-pages/html.js';
import type { Visit } from '../plain-pages/visit.js';
import { COLOURED, colouredBy, mapSection } from './statistics-map.js';

export type Query = z.output<typeof statisticsQuery>;
type Event = Pick<APIGatewayProxyEventV2, 'queryStringParameters'>;

/** The rates by the residents' verdicts, each beside the staff's claim of the same. */
const SAID = [
  ['saidContacted', 'responseRate'],
  ['saidSolved', 'claimedDone'],
  ['saidSatisfied', 'resolutionRate'],
] as const satisfies readonly (readonly [FigureName, FigureName])[];

/** The period that the page asks for; where that cannot be read, this year until today. */
export function queryOf({ queryStringParameters }: Event, { town }: Visit, now: number): Query {
  const today = localDate(now, town.settings.timeZone);
  const year = { from: `${today.slice(0, 4)}-01-01`, to: today, by: 'village' as const };
  const { from = year.from, to = year.to, by = year.by } = queryStringParameters ?? {};
  return statisticsQuery.safeParse({ from, to, by }).data ?? year;
}

/** The figures of a period without scripts: residents' verdicts first, all with their definitions, then by place. */
export function statisticsBody(visit: Visit, event: Event, query: Query, statistics: Statistics): Html {
  const { statistics: words } = visit.messages;
  const { total } = statistics;
  return html`<h1>${words.heading}</h1>
    <p class="lead">${words.lead}</p>
    ${periodForm(visit, event, query)}
    <section>
      <h2>${words.said}</h2>
      ${saidTable(visit, total)}
    </section>
    <section>
      <h2>${words.all}</h2>
      <dl>${FIGURES.map((name) => figure(visit, total, name))}</dl>
    </section>
    ${(query.by === 'village' || query.by === 'grid') && mapSection(visit, query, statistics, colouredBy(event))}
    ${query.by !== 'town' && placesTable(visit, statistics)}
    <p>
      <a href="${visit.address('/statistics', { ...period(query), by: query.by, format: 'csv' })}"
        >${words.csv}</a
      >
    </p>`;
}

const period = ({ from, to }: Query) => ({ from, to });

function periodForm(visit: Visit, event: Event, { from, to, by }: Query): Html {
  const { queryStringParameters = {} } = event;
  const { statistics: words } = visit.messages;
  const coloured = COLOURED.map(
    (one) =>
      html`<option value="${one}" ${one === colouredBy(event) && html`selected`}>
        ${DEFINITIONS[one].name[visit.language]}
      </option>`,
  );
  const kept = ['town', 'lang'].map((name) => {
    const value = queryStringParameters[name];
    return value !== undefined && html`<input type="hidden" name="${name}" value="${value}" />`;
  });
  const day = (name: 'from' | 'to', value: string) =>
    html`<div class="field">
      <label for="period-${name}">${words[name]}</label>
      <input type="date" id="period-${name}" name="${name}" value="${value}" required />
    </div>`;
  const options = (['town', 'village', 'grid', 'month'] as const).map(
    (one) => html`<option value="${one}" ${one === by && html`selected`}>${words.divisions[one]}</option>`,
  );
  return html`<form method="get" action="/plain/statistics">
    ${kept}${day('from', from)}${day('to', to)}
    <div class="field">
      <label for="period-by">${words.by}</label>
      <select id="period-by" name="by">
        ${options}
      </select>
    </div>
    <div class="field">
      <label for="period-map">${visit.messages.map.shade}</label>
      <select id="period-map" name="map">
        ${coloured}
      </select>
    </div>
    <button type="submit" class="main">${words.show}</button>
  </form>`;
}

function saidTable(visit: Visit, total: Figures): Html {
  const { messages, language } = visit;
  const { statistics: words } = messages;
  const name = (figure: FigureName): string => DEFINITIONS[figure].name[language];
  return html`<table class="said">
    <thead>
      <tr>
        <th scope="col">${words.bySaid}</th>
        <th scope="col">${words.byStaff}</th>
      </tr>
    </thead>
    <tbody>
      ${SAID.map(
        ([said, claimed]) =>
          html`<tr>
            <td>${name(said)}<br /><strong>${shareText(visit, total[said])}</strong></td>
            <td>${name(claimed)}<br />${shareText(visit, total[claimed])}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const figure = (visit: Visit, figures: Figures, name: FigureName): Html =>
  html`<dt>${DEFINITIONS[name].name[visit.language]}</dt>
    <dd>
      ${text(visit, figures, name)}<span class="hint">${DEFINITIONS[name].definition[visit.language]}</span>
    </dd>`;

function placesTable(visit: Visit, { places }: Statistics): Html {
  const { messages, language } = visit;
  const columns = [...COUNTS, ...SHARES] as const;
  return html`<section>
    <h2 id="by-place">${messages.statistics.places}</h2>
    <div class="wide" role="region" aria-labelledby="by-place" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${messages.statistics.place}</th>
            ${columns.map((name) => html`<th scope="col">${DEFINITIONS[name].name[language]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${places.map(
            ({ name, figures }) =>
              html`<tr>
                <th scope="row">${name[language]}</th>
                ${columns.map((column) => html`<td>${text(visit, figures, column)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

const isShare = (value: Figures[FigureName]): value is Share => typeof value === 'object' && value !== null;

function text(visit: Visit, figures: Figures, name: FigureName): string {
  const value = figures[name];
  if (isShare(value)) return shareText(visit, value);
  if (value === null) return visit.messages.statistics.none;
  return DEFINITIONS[name].unit === 'money'
    ? moneyText(value, visit.language, visit.town.settings.currency)
    : value.toLocaleString(visit.language);
}

/** "67% (2/3)": nobody is to take two of three for many. */
const shareText = ({ messages }: Visit, { share, part, of }: Share): string =>
  share === null ? messages.statistics.none : `${Math.round(share * 1000) / 10}% (${part}/${of})`;
