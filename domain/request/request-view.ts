import { momentText } from '../appointments/moment.js';
import { askId } from '../asks/ask-id.js';
import { offeredWord } from '../asks/option-words.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { VERDICT_QUESTIONS, type VerdictQuestion } from '../asks/verdict.js';
import { documentNames } from '../programme/documents.js';
import type { WorkPhotos } from '../photos/work-photos.js';
import { workPhotoViews } from './work-photo-views.js';
import type { Bilingual, Language } from '../words/language.js';
import { appointmentOf, isToCome } from './appointment.js';
import type { Rules } from './decision.js';
import { describeEntry } from './describe-entry.js';
import { isStillCalling } from './further-call.js';
import { promisedStep } from './next-step.js';
import { newsAgainAt } from './ask-for-news.js';
import { ownerOf } from './owner-of.js';
import { objectUntil } from './remark.js';
import { showingOf } from './publish-photos.js';
import { pausedSince } from './pause-clock.js';
import { programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { stepOf } from './steps.js';
import type { TimelineEntry } from './timeline.js';
import { dueOnPage, staffName, staffPhone } from './words.js';
import { given } from '../words/given.js';

const OUTCOME: Bilingual = {
  'zh-CN': '事情已办完。请说说办得怎么样。',
  en: 'It has been dealt with. How was it?',
};
const REFUSED: Bilingual = {
  'zh-CN': '这件事没能办成，原因已告诉您。请说说办得怎么样。',
  en: 'It could not be granted; you were told why. How did we deal with it?',
};
const MISSING: Bilingual = {
  'zh-CN': '还缺以下全部材料，请于{due}前备齐：{documents}。等材料期间不计时。',
  en: 'Please bring all of this by {due}: {documents}. The clock is stopped until then.',
};

const MAY_BE_KNOWN: Bilingual = {
  'zh-CN': '督查组认为这不属于反映工作人员的问题。转给网格或部门办理，经办人会看到您的姓名和电话。同意吗？',
  en: 'The inspection team thinks that this is not about staff. If it goes the normal way, whoever handles it sees your name and number. Do you agree?',
};

/** The question to the resident, in words. */
function question(
  { held, kind }: PlannedAsk,
  record: RequestRecord,
  rules: Rules,
  language: Language,
): string {
  if (kind === 'consent') return MAY_BE_KNOWN[language];
  if (!held) return (record.outcome?.as === 'refused' ? REFUSED : OUTCOME)[language];
  return MISSING[language]
    .replace('{due}', () => dueOnPage(held.bringBy, rules, language))
    .replace('{documents}', () => documentNames(programmeOf(record, rules), held.documents, language));
}

/** The questions, one by one; a refused request cannot be solved. */
const questionsOf = ({ outcome }: RequestRecord): VerdictQuestion[] =>
  VERDICT_QUESTIONS.filter((question) => question !== 'solved' || outcome?.as !== 'refused');

/** The appointment for which its resident is to come. */
function appointmentView(record: RequestRecord, rules: Rules, language: Language) {
  const appointment = appointmentOf(record);
  if (!appointment || !isToCome(record, appointment)) return undefined;
  const { moment, stage, step, words } = appointment;
  const { name } = programmeOf(record, rules).stages[stage]?.steps.find(({ id }) => id === step) ?? {};
  return {
    ...moment,
    name: name?.[language] ?? '',
    text: [momentText(moment, language), words]
      .filter((part) => part !== '')
      .join(language === 'en' ? ', ' : '，'),
  };
}

/** The staff's remarks for one another stay theirs. */
const isForResident = (entry: TimelineEntry): boolean => entry.type !== 'remark' || entry.by === 'resident';

const iso = (at: number): string => new Date(at).toISOString();

/** Everything besides a request's record that its resident sees with it. */
export interface Beside {
  /** In line for one of a programme's places. */
  readonly position?: number | undefined;
  readonly workPhotos?: WorkPhotos;
}

/**
 * A request as its resident sees it: how it stands, who owns it, what happens next by when, and what they are asked.
 */
export function requestView(
  record: RequestRecord,
  rules: Rules,
  language: Language,
  { position, workPhotos }: Beside = {},
) {
  const asked = record.asks.find(({ to }) => to.who === 'resident');
  const since = pausedSince(record);
  const appointment = appointmentView(record, rules, language);
  const next = promisedStep(record, rules);
  const again = newsAgainAt(record, rules.town.settings);
  const until = objectUntil(record, rules.town.settings);
  return {
    id: record.id,
    status: record.status,
    step: stepOf(record),
    path: record.path,
    category: record.category,
    // The team of the grid where it happened may be whom it is about: it does not have it.
    ...(record.grid === undefined || record.confidential ? {} : { grid: record.grid }),
    ...(record.confidential ? { confidential: true as const } : {}),
    ...(record.owner === undefined ? {} : { owner: staffName(rules.town, ownerOf(record, rules.town)) }),
    ...given({ phone: staffPhone(rules.town, ownerOf(record, rules.town)) }),
    ...(record.dueAt === undefined ? {} : { dueAt: iso(record.dueAt) }),
    ...(next === undefined ? {} : { nextStep: { name: next.name[language], dueAt: iso(next.until) } }),
    ...(since === undefined ? {} : { pausedSince: iso(since) }),
    ...(again === undefined ? {} : { newsAgainAt: iso(again) }),
    ...(until === undefined ? {} : { objectUntil: iso(until) }),
    ...given({ appointment, waitingPosition: position, closedAs: record.closedAs }),
    ...(isStillCalling(record) ? { unanswered: true as const } : {}),
    timeline: record.timeline.filter(isForResident).map((entry) => ({
      at: iso(entry.at),
      type: entry.type,
      text: describeEntry(entry, record, rules, language, 'resident'),
    })),
    ...(asked === undefined || record.withdrawnAt !== undefined
      ? {}
      : {
          ask: {
            id: askId(record.id, asked.n),
            text: question(asked, record, rules, language),
            options: asked.options.map((option) => ({
              option,
              label: offeredWord(asked.kind, option, language),
            })),
            ...(asked.kind === 'confirmation' ? { questions: questionsOf(record) } : {}),
          },
        }),
    ...(record.photos === undefined ? {} : { photos: record.photos.map(({ id }) => id) }),
    ...(workPhotos === undefined ? {} : workPhotoViews(workPhotos, rules.town)),
    ...(workPhotos && given({ showing: showingOf(record, workPhotos, rules.town) })),
    ...(record.followUps === undefined ? {} : { followUps: record.followUps }),
  };
}
