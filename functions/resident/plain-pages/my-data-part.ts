import { BACKUP_DAYS } from '../../../domain/personal-data/backups.js';
import { isOver, keptByLaw } from '../../../domain/personal-data/erase-request.js';
import { lasts } from '../../../domain/personal-data/retention.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { type Html, html } from './html.js';
import type { Visit } from './visit.js';

/** What the town keeps of a resident with a request, as a file, for how long, and how to have it erased. */
export function myDataPart({ messages, address, town }: Visit, record: RequestRecord, own: Html): Html {
  const { myData: words } = messages;
  const { retention } = town.settings;
  const days = (of: 'requests' | 'texts'): number => lasts(retention[of]) / 86_400_000;
  const file = keptByLaw(record);
  const means = isOver(record) ? words.closed : record.path === 'emergency' ? words.emergency : words.open;
  return html`<details>
    <summary>${words.heading}</summary>
    <p>${words.keptFor(days('requests'), days('texts'))}</p>
    <p>
      <a
        href="${address(`/requests/${record.id}/data`, { key: record.trackingKey })}"
        download="${record.id}.json"
        >${words.copy}</a
      >
    </p>
    <p class="hint">${words.correct}</p>
    <h2>${words.erase}</h2>
    <p>${means}</p>
    ${file && html`<p>${words.file[file]}</p>`}
    <p>${words.backups(BACKUP_DAYS)}</p>
    <form method="post" action="${address('/plain/erasure')}">
      ${own}
      <p>${words.question}</p>
      <button type="submit" class="main grave" name="sure" value="yes">${words.confirm}</button>
    </form>
  </details>`;
}
