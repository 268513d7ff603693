import type { AuditRow } from '../../../contracts/console/audit.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { dateText } from '../../../contracts/pages/times.js';
import type { AuditedAction } from '../../../domain/access/audited-actions.js';
import { ASK_KIND_NAMES, isAskOption } from '../../../domain/asks/ask-names.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { isSectionId } from '../../../domain/editing/section-ids.js';
import { SECTION_WORDS } from '../../../domain/editing/section-words.js';
import { answerOnPage } from '../../../domain/request/answer-word.js';
import { MILESTONES } from '../../../domain/town/field-schemas.js';
import type { Language } from '../../../domain/words/language.js';
import { CORRECTING } from '../correcting/words.js';
import { EMERGENCY } from '../emergencies/words.js';
import { executionTitle } from '../executions/execution-title.js';
import { machineWords } from '../executions/machine-words.js';
import { READING } from '../reading/words.js';
import { BOARD } from '../requests/words.board.js';
import { REQUEST } from '../requests/words.request.js';
import { REQUESTS } from '../requests/words.js';
import { STATISTICS } from '../statistics/words.js';
import { WORK } from '../work/words.js';
import { AUDIT } from './words.js';

/** The town's names for the ids of an entry; the id where it knows of none. */
export type TrailNames = Readonly<
  Record<'category' | 'village' | 'department' | 'person' | 'contact', (id: string) => string>
>;

/** To whom an entry is said. */
export interface Reader {
  readonly language: Language;
  readonly names: TrailNames;
}

/** The subject of an act, and the page of the console that shows it. */
export interface TrailSubject {
  readonly text: string;
  readonly to?: string;
}

/** Undefined where an entry names nothing, or what only machines tell apart. */
export function subjectInWords(
  { action, subject, detail }: Pick<AuditRow, 'action' | 'subject' | 'detail'>,
  { language, names }: Reader,
): TrailSubject | undefined {
  if (subject === undefined)
    return action === 'texts.read' ? { text: AUDIT[language].more.log, to: '/texts' } : undefined;
  switch (action) {
    case 'execution.redriven':
    case 'execution.retried':
    case 'execution.stopped':
      return { text: executionText(subject, language), to: `/executions/${subject}` };
    case 'task.read':
      return { text: subject, to: `/tasks/${subject}` };
    case 'findings.read':
      return { text: wordIn(WORK[language].rounds.kinds, subject), to: `/rounds/${subject}/${detail}` };
    case 'leave.added':
    case 'leave.removed':
    case 'staff.changed':
      return { text: names.person(subject) };
    case 'town.edited':
      return { text: listed(subject.split(' ').map(sectionText(language)), language) };
    case 'town.restored':
      return { text: AUDIT[language].more.version(subject) };
    default:
      if (readRequestId(subject) === subject)
        return { text: shownNumber(subject), to: `/requests/${subject}` };
      return { text: action === 'texts.read' ? AUDIT[language].more.text : subject };
  }
}

/** The detail that tells one act from another; undefined where it is nothing for people. */
export function detailInWords(
  { action, detail }: Pick<AuditRow, 'action' | 'detail'>,
  reader: Reader,
): string | undefined {
  if (detail === undefined || detail === '') return undefined;
  const say = DETAILS[action];
  return say ? say(detail, reader) : detail;
}

type Say = (detail: string, reader: Reader) => string | undefined;

const upon: Say = (detail, { language }) => AUDIT[language].more.upon(lastWord(detail));

/** Each as it is written where the act is recorded. */
const DETAILS: Partial<Record<AuditedAction, Say>> = {
  'request.read': (paper, { language }) => paperText(paper, language),
  'person.read': (_sheet, { language }) => AUDIT[language].more.callSheet,
  // Which of several: that is for machines.
  'photo.read': () => undefined,
  'texts.read': () => undefined,
  'phones.read': (count, { language }) => AUDIT[language].more.phones(count),
  'findings.read': (date, { language }) => dateText(date, language),
  'requests.searched': (state, { language }) => wordIn(REQUESTS[language].states, state),
  'requests.exported': exportText,
  'request.answered': answerText,
  'request.corrected': correctedText,
  'reading.taught': correctedText,
  'departments.called': (ids, { language, names }) => listed(ids.split(' ').map(names.department), language),
  'call.noted': callText,
  'leave.added': leaveText,
  'leave.removed': leaveText,
  'execution.retried': (name, { language }) => AUDIT[language].more.as(executionTitle(name, language)),
  'town.edited': upon,
  'town.restored': upon,
  'town.imported': upon,
  'town.exported': (detail, { language }) => AUDIT[language].more.version(lastWord(detail)),
  'reading.taken-over': (detail, { language }) =>
    AUDIT[language].more.learnt(detail.split(' ')[0] ?? '', lastWord(detail)),
};

const wordIn = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name;
const lastWord = (text: string): string => text.split(' ').at(-1) ?? '';
const listed = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'en' ? ', ' : '、');

const sectionText =
  (language: Language) =>
  (id: string): string =>
    isSectionId(id) ? SECTION_WORDS[id].name[language] : id;

function executionText(subject: string, language: Language): string {
  const [machine = '', name = ''] = subject.split('/');
  return `${machineWords(machine, language).name} ${executionTitle(name, language)}`;
}

function paperText(paper: string, language: Language): string {
  const { order, caseFile } = REQUEST[language].papers;
  return wordIn({ 'supervision-order': order, 'case-file': caseFile }, paper);
}

/** `acceptance 2: accept`; in an emergency also how far somebody is, `report 2: done on-site`. */
function answerText(detail: string, { language }: Reader): string {
  const [asked = '', answer = ''] = detail.split(': ');
  const [option = '', reached] = answer.split(' ');
  const far = MILESTONES.find((milestone) => milestone === reached);
  const kind = ASK_KIND_NAMES.find((name) => name === asked.split(' ')[0]);
  if (!kind || !isAskOption(option)) return detail;
  return AUDIT[language].more.field(
    wordIn(REQUESTS[language].ask.kinds, kind),
    answerOnPage(kind, option, far, language),
  );
}

/** `gas-company-night: on-the-way`. */
function callText(detail: string, { language, names }: Reader): string {
  const [contact = '', outcome = ''] = detail.split(': ');
  return AUDIT[language].more.field(
    names.contact(contact),
    wordIn(EMERGENCY[language].calls.outcomes, outcome),
  );
}

/** `2026-09-01/2026-09-03`. */
function leaveText(detail: string, { language }: Reader): string {
  const [from = '', to = ''] = detail.split('/');
  return AUDIT[language].more.days(dateText(from, language), dateText(to, language));
}

/** `category street-light, village zhukou`. */
function correctedText(detail: string, reader: Reader): string {
  const { more } = AUDIT[reader.language];
  const names = { ...CORRECTING[reader.language].fields, joined: more.joined };
  const fields = detail.split(', ').map((field) => {
    const [name = '', value = ''] = field.split(' ');
    return more.field(wordIn(names, name), valueText(name, value, reader));
  });
  return fields.join(reader.language === 'en' ? '; ' : '；');
}

/** The value of a field of a request, or of a filter of requests, in words. */
function valueText(field: string, value: string, { language, names }: Reader): string {
  const words = REQUESTS[language];
  switch (field) {
    case 'category':
    case 'village':
    case 'department':
      return names[field](value);
    case 'owner':
    case 'handler':
      return names.person(value);
    case 'danger':
      return wordIn(READING[language].dangers, value);
    case 'path':
      return wordIn(words.paths, value);
    case 'status':
      return wordIn(words.statuses, value);
    case 'due':
      return wordIn(words.dues, value);
    case 'standing':
      return wordIn(BOARD[language].standings.names, value);
    case 'outcome':
      return wordIn(CORRECTING[language].outcomes, value);
    case 'joined':
      return value === 'none' ? AUDIT[language].more.apart : shownNumber(value);
    case 'from':
    case 'to':
      return dateText(value, language);
    default:
      return value;
  }
}

/** `masked state=open&grid=52`, `visits from=2026-08-01&to=2026-08-31`. */
function exportText(detail: string, reader: Reader): string {
  const { language } = reader;
  const { more } = AUDIT[language];
  const [what = '', query = ''] = detail.split(' ');
  const { state = '', ...filters } = Object.fromEntries(new URLSearchParams(query));
  const words = REQUESTS[language];
  const { due, status, from, to } = words;
  const fields = { ...CORRECTING[language].fields, due, status, from, to };
  const kinds = { ...STATISTICS[language].records, masked: more.masked, unmasked: more.unmasked };
  return listed(
    [
      wordIn(kinds, what),
      ...(state === '' ? [] : [wordIn(words.states, state)]),
      ...Object.entries(filters).map(([field, value]) => {
        const name = field === 'standing' ? BOARD[language].standings.label : wordIn(fields, field);
        return more.field(name, valueText(field, value, reader));
      }),
    ],
    language,
  );
}
