import { momentText } from '../appointments/moment.js';
import { showRequestId } from '../codes/request-id.js';
import { askedBefore } from '../asks/asked-before.js';
import { inOffice } from '../posts/in-office.js';
import { optionList } from '../asks/option-words.js';
import { documentNames } from '../programme/documents.js';
import type { TextKey } from '../texts/text-keys.js';
import type { Language } from '../words/language.js';
import { REACHED } from './answer-word.js';
import { comingAppointment } from './appointment.js';
import type { Notice, Rules } from './decision.js';
import { milestoneReached } from './milestones.js';
import { tellResident, tellStaff } from './notices.js';
import { dangerName } from './danger-words.js';
import { programmeOf, runsProgramme } from './programme-of.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';
import { dueText, languageOf, staffName } from './words.js';

function questionText({ question }: PlannedAsk): TextKey {
  if (question?.about === 'place' && question.choices.length > 0) return 'ask-clarify-village';
  return `ask-clarify-${question?.about ?? 'place'}`;
}

function textOf(record: RequestRecord, rules: Rules, ask: PlannedAsk): TextKey | undefined {
  switch (ask.kind) {
    case 'clarify':
      return questionText(ask);
    case 'joined':
    case 'place':
      return undefined;
    case 'acceptance':
      return ask.other === undefined ? 'ask-acceptance' : 'ask-acceptance-duplicate';
    case 'documents':
      return ask.again === undefined ? 'ask-documents' : 'ask-documents-again';
    case 'report':
      return reportText(record, rules, ask);
    case 'confirmation':
      return confirmationText(record);
    default:
      return `ask-${ask.kind}`;
  }
}

function reportText(record: RequestRecord, rules: Rules, ask: PlannedAsk): TextKey {
  const { other } = ask;
  if (record.path === 'emergency')
    return other === undefined ? 'ask-report-emergency' : 'ask-report-emergency-duplicate';
  if (other !== undefined) return 'ask-report-duplicate';
  if (comingFor(record, rules, ask)) return 'ask-report-appointment';
  // A department that is asked for the whole matter is told of that, not of a step.
  return runsProgramme(record, rules) ? 'ask-report-step' : 'ask-report';
}

/** An application is no complaint. */
const confirmationText = ({ path }: RequestRecord): TextKey =>
  path === 'programme' ? 'ask-confirmation-applied' : 'ask-confirmation';

/** The words that put an ask to its person, texted or on a page; nothing where nobody is asked. */
export function askNotice(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  code: string,
): Notice | undefined {
  const text = textOf(record, rules, ask);
  if (text === undefined || ask.to.who === 'request' || ask.to.who === 'quota') return undefined;
  const to = ask.to.who === 'resident' ? 'resident' : { staff: ask.to.staff };
  const language = languageOf(rules.town, to, record);
  const values = {
    code,
    options: optionList(
      ask.kind,
      offered(record, rules, ask),
      language,
      doneWord(record, rules, ask, language),
    ),
    due: dueText(ask.held?.bringBy ?? ask.until, rules, language),
    before: askedBefore(rules.town, ask),
    ...heldWords(record, rules, ask, language),
    ...stepWords(record, rules, ask, language),
    danger: record.path === 'emergency' ? dangerName(record.danger?.kind, rules.town, language) : '',
    ...questionWords(record, rules, ask, language),
    ...appointmentWords(record, rules, ask, language),
    ...(ask.other === undefined ? {} : { other: showRequestId(ask.other) }),
    ...refusalWords(rules, ask),
  };
  return to === 'resident'
    ? tellResident(record, rules, text, values)
    : {
        ...tellStaff(record, rules, to.staff, text, values),
        ...(ask.kind === 'approval' ? { step: ask.step } : {}),
      };
}

/** An application that has a form is handed in by it, and not by a digit. */
const offered = (record: RequestRecord, rules: Rules, { kind, options }: PlannedAsk): PlannedAsk['options'] =>
  kind === 'application' && programmeOf(record, rules).form.length > 0
    ? options.filter((option) => option !== 'done')
    : options;

/** Who sent it back, and why. */
const refusalWords = ({ town }: Rules, { refusal }: PlannedAsk) =>
  refusal ? { person: staffName(town, refusal.by), reason: refusal.reason } : {};

/** The appointment before which what is asked cannot be done. */
function comingFor(record: RequestRecord, { town }: Rules, { stage, askedAt }: PlannedAsk) {
  const coming = comingAppointment(record, town.settings, askedAt);
  return coming && stage !== undefined && stage > coming.stage ? coming : undefined;
}

function appointmentWords(record: RequestRecord, rules: Rules, ask: PlannedAsk, language: Language) {
  const coming = comingFor(record, rules, ask);
  return coming ? { when: momentText(coming.moment, language) } : {};
}

function doneWord(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  language: Language,
): string | undefined {
  const milestone = milestoneReached(record, rules, ask, { option: 'done' });
  return milestone && REACHED[milestone][language];
}

/** The choices, numbered, and which kind of danger it may be. */
function questionWords(record: RequestRecord, { town }: Rules, { question }: PlannedAsk, language: Language) {
  if (!question) return {};
  const named = [...town.villages, ...town.categories];
  const names = question.choices.map(
    (id) => named.find((one) => one.id === id)?.name[language] ?? showRequestId(id),
  );
  return {
    choices: names.map((name, i) => `${i + 1} ${name}`).join(language === 'en' ? ', ' : '，'),
    ...(record.danger ? { danger: dangerName(record.danger.kind, town, language) } : {}),
  };
}

/** The missing documents, and for a leader who wants them. */
function heldWords(record: RequestRecord, rules: Rules, { held, to }: PlannedAsk, language: Language) {
  if (!held) return {};
  const documents = documentNames(programmeOf(record, rules), held.documents, language);
  return to.who === 'staff'
    ? { documents, person: staffName(rules.town, inOffice(rules.town, held.to.staff, record)) }
    : { documents };
}

function stepWords(record: RequestRecord, rules: Rules, ask: PlannedAsk, language: Language) {
  if (ask.stage === undefined) return {};
  const programme = programmeOf(record, rules);
  const step = programme.stages[ask.stage]?.steps.find(({ id }) => id === ask.step);
  return { programme: programme.name[language], step: step?.name[language] ?? '' };
}
