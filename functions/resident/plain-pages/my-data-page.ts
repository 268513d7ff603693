import { shownPhone } from '../../../contracts/pages/telephone.js';
import { dateTimeText } from '../../../contracts/pages/times.js';
import { MY_DATA, type MyDataWords } from '../../../contracts/resident/my-data-words.js';
import { isOver } from '../../../domain/personal-data/erase-request.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { mustStay } from '../../../domain/request/withdraw-request.js';
import type { PersonalData } from '../track-request/personal-data.js';
import { type Html, html } from './html.js';
import type { Visit } from './visit.js';

/** A resident's data with a request: listed, to be copied, and to be erased once it is said what that means. */
export function myDataPage(visit: Visit, record: RequestRecord, data: PersonalData): Html {
  const { language, address } = visit;
  const words = MY_DATA[language];
  const opens = { key: record.trackingKey };
  return html`<h1>${words.heading}</h1>
    <p class="lead">${words.lead}</p>
    <section class="facts">
      <dl>
        ${rowsOf(visit, data, words).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </section>
    <p>
      <a href="${address(`/requests/${record.id}/data`, opens)}" download="${record.id}.json"
        >${words.copy}</a
      >
    </p>
    <p class="hint">${words.correct}</p>
    <section class="panel">
      <h2>${words.erase}</h2>
      <p>${meaningOf(record, words)}</p>
      ${data.fileKept && html`<p>${words.file[data.fileKept]}</p>`}
      <p>${words.backups(data.kept.backupDays)}</p>
      <p>${words.question}</p>
      <form method="post" action="${address('/plain/erasure')}">
        <input type="hidden" name="id" value="${record.id}" />
        <input type="hidden" name="key" value="${record.trackingKey}" />
        <button type="submit" class="main grave" name="sure" value="yes">${words.confirm}</button>
      </form>
    </section>
    <p><a href="${address(`/plain/r/${record.id}`, opens)}">${words.back}</a></p>`;
}

function rowsOf({ language, town }: Visit, data: PersonalData, words: MyDataWords): [string, string][] {
  const { kept } = data;
  const time = (at: string): string => dateTimeText(at, language, town.settings.timeZone);
  const rows: [string, string | undefined][] = [
    [words.name, data.name],
    [words.phone, data.phone && shownPhone(data.phone, town.settings.sms.number)],
    [words.words, data.words],
    ...data.form.map(({ label, value }): [string, string] => [`${words.form}: ${label}`, value]),
    [words.photos, data.photos.length === 0 ? undefined : words.photoCount(data.photos.length)],
    [words.texts, words.textCount(data.texts.length)],
    [
      words.kept,
      (kept.until === undefined
        ? words.keptFor(kept.requestDays, kept.textDays)
        : words.until(time(kept.until))) + words.fileKeptFor(kept.fileDays),
    ],
  ];
  return rows.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
}

function meaningOf(record: RequestRecord, words: MyDataWords): string {
  if (isOver(record)) return words.closed;
  return mustStay(record) ? words.emergency : words.open;
}
