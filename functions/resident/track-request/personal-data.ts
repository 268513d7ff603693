import type * as z from 'zod';
import { contactOfPhone } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { BACKUP_DAYS } from '../../../domain/personal-data/backups.js';
import { fileLasts, keptByLaw } from '../../../domain/personal-data/erase-request.js';
import { lasts } from '../../../domain/personal-data/retention.js';
import { looksOf } from '../../../domain/access/looks.js';
import type { FormValue } from '../../../domain/programme/form.js';
import type { Rules } from '../../../domain/request/decision.js';
import type { Person, RequestRecord } from '../../../domain/request/record.js';
import { requestView } from '../../../domain/request/request-view.js';
import type { Town } from '../../../domain/town/schema.js';
import { given } from '../../../domain/words/given.js';
import type { Language } from '../../../domain/words/language.js';
import { maskPhone } from '../../../domain/access/mask.js';
import type { personalDataAnswer } from '../../../contracts/resident/personal-data.js';

type Effects = Services<{ requests: 'readPerson'; audits: 'readOfRequest'; textLog: 'read' }>;
export type PersonalData = z.input<typeof personalDataAnswer>;

/** All that is kept of a resident with one request, what staff wrote for one another aside. */
export async function personalDataOf(
  services: Effects,
  record: RequestRecord,
  rules: Rules,
  language: Language,
): Promise<PersonalData> {
  const { town, id } = record;
  const [person, entries, texts] = await Promise.all([
    services.requests.findPerson(town, id),
    services.audits.ofRequest(town, id),
    services.textLog.ofRequest(town, id),
  ]);
  const own = texts.filter(({ number }) => contactOfPhone(town, number) === record.resident);
  return {
    id,
    ...given({
      name: person?.name,
      phone: person && maskPhone(person.phone),
      words: person?.description,
      location: person?.location,
      exception: person?.exception,
      fileKept: keptByLaw(record),
    }),
    form: filledIn(person, rules, language),
    photos: (record.photos ?? []).map((photo) => photo.id),
    texts: own.map(({ at, direction, body }) => ({
      at: new Date(at).toISOString(),
      from: direction === 'in' ? ('resident' as const) : ('town' as const),
      body,
    })),
    timeline: requestView(record, rules, language).timeline,
    looks: looksOf(entries, rules.town.settings.timeZone).map(({ at, role }) => ({
      at: new Date(at).toISOString(),
      role,
    })),
    kept: keptFor(record, rules.town),
  };
}

function keptFor(record: RequestRecord, { settings: { retention } }: Town): PersonalData['kept'] {
  const { closedAt } = record;
  const days = (of: 'requests' | 'texts' | 'accessRecords'): number => lasts(retention[of]) / 86_400_000;
  return {
    requestDays: days('requests'),
    textDays: days('texts'),
    accessDays: days('accessRecords'),
    fileDays: lasts(fileLasts(record, retention)) / 86_400_000,
    backupDays: BACKUP_DAYS,
    ...(closedAt === undefined
      ? {}
      : { until: new Date(closedAt + lasts(retention.requests)).toISOString() }),
  };
}

function filledIn(
  { form = {} }: Partial<Person> = {},
  { programme }: Rules,
  language: Language,
): PersonalData['form'] {
  return Object.entries(form).map(([field, value]) => {
    const known = programme?.form.find(({ id }) => id === field);
    const choice = known?.choices?.find((one) => one.value === value);
    return {
      label: known?.label[language] ?? field,
      value: choice?.label[language] ?? said(value, language),
    };
  });
}

const YES_NO = { 'zh-CN': { true: '是', false: '否' }, en: { true: 'yes', false: 'no' } } as const;
const said = (value: FormValue, language: Language): string =>
  typeof value === 'boolean' ? YES_NO[language][value ? 'true' : 'false'] : String(value);
