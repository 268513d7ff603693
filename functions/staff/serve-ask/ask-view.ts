import { mannerOf } from '../manner-of.js';
import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { isAboutAid, mayBringAid } from '../../../domain/aid/aid.js';
import { askId } from '../../../domain/asks/ask-id.js';
import { ASK_KINDS, type AskKind, type AskOption } from '../../../domain/asks/ask-kinds.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { workPhotoViews } from '../../../domain/request/work-photo-views.js';
import { photosLeft, takesPhotos } from '../../../domain/photos/work-photos.js';
import { type Applied, exceptionOf, shownFields } from '../../../domain/programme/application-words.js';
import type { FormValue } from '../../../domain/programme/form.js';
import { answerWord } from '../../../domain/request/answer-word.js';
import { milestoneReached } from '../../../domain/request/milestones.js';
import { programmeOf } from '../../../domain/request/programme-of.js';
import type { Language } from '../../../domain/words/language.js';
import type { FormField, Milestone, Programme, Town } from '../../../domain/town/schema.js';
import { type askAnswer, staffAskKind } from '../../../contracts/staff/ask.js';
import type { AskSubject } from '../../use-cases/ask-subject.js';
import { loadRules } from '../../use-cases/load-rules.js';
import type { AskWords } from './ask-words.js';
import { seesPhotos, shownStep } from './shown-step.js';
import { targetsView } from './targets-view.js';
import { formView, methodOf } from './check-form.js';

type View = z.input<typeof askAnswer>;

/** Kinds that show a programme's form. */
const FILLED_IN: ReadonlySet<AskKind> = new Set(['application', 'approval']);

/**
 * The ask as a page shows it: what may be answered, until when, which documents may be asked for, and for an
 * application what the programme wants to know, and of a check the form.
 */
export async function askView(
  services: Services<{ towns: 'read'; workPhotos: 'read' }>,
  subject: AskSubject,
  planned: PlannedAsk,
  { applied = {}, ...words }: AskWords,
  language: Language,
): Promise<View> {
  const { kind, n, options, until } = planned;
  const programme =
    subject.of === 'request' && (FILLED_IN.has(kind) || options.includes('documents'))
      ? programmeOf(subject.record, await loadRules(services, subject.record))
      : undefined;
  const reached = await reachedBy(services, subject, planned);
  const method = await methodOf(services, subject);
  const { town } = await services.towns.load(subject.record.town);
  return {
    ...words,
    facts: [...words.facts],
    id: askId(subject.record.id, n),
    kind: staffAskKind.parse(kind),
    aid: isAboutAid(kind, 'done') && bringsAid(town, subject),
    options: ASK_KINDS[kind]
      .filter(({ option }) => options.includes(option))
      .map(({ option, note }) => ({
        option,
        label: answerWord(kind, option, reached(option), language),
        note,
      })),
    until: new Date(until).toISOString(),
    town: mannerOf(town),
    ...(await photosOf(services, subject, planned)),
    ...(method ? { form: formView(method, language) } : {}),
    ...(await targetsView(services, subject, planned, language)),
    ...(programme ? programmeViews(programme, planned, applied, language) : {}),
  };
}

/** How far an answer about an emergency says that somebody is. */
async function reachedBy(
  services: Services<{ towns: 'read' }>,
  subject: AskSubject,
  planned: PlannedAsk,
): Promise<(option: AskOption) => Milestone | undefined> {
  if (subject.of !== 'request' || subject.record.path !== 'emergency') return () => undefined;
  const { record } = subject;
  const rules = await loadRules(services, record);
  return (option) => milestoneReached(record, rules, planned, { option });
}

const bringsAid = (town: Town, subject: AskSubject): boolean =>
  subject.of === 'request' && mayBringAid(town.categories.find(({ id }) => id === subject.record.category));

/** Whoever handles a request sees its resident's photos and those of work, and may add to the latter. */
async function photosOf(
  services: Services<{ towns: 'read'; workPhotos: 'read' }>,
  subject: AskSubject,
  planned: PlannedAsk,
): Promise<Pick<View, 'photos' | 'workPhotos' | 'mostPhotos'>> {
  const { kind, n } = planned;
  if (subject.of !== 'request' || !(await seesPhotos(services, subject.record, planned)))
    return { mostPhotos: 0 };
  const { town: id, id: request, photos } = subject.record;
  const [{ town }, all] = await Promise.all([services.towns.load(id), services.workPhotos.load(id, request)]);
  return {
    ...(photos ? { photos: photos.map((photo) => photo.id) } : {}),
    ...workPhotoViews(all, town),
    mostPhotos: takesPhotos(kind, 'done') ? photosLeft(all, n) : 0,
  };
}

/** The form of an application, to be filled in, with earlier values; of an approval the form as it was filled in. */
function programmeViews(
  programme: Programme,
  planned: PlannedAsk,
  applied: Applied,
  language: Language,
): Pick<View, 'programme' | 'application' | 'exception'> {
  const { name, documents, form } = programme;
  const { kind } = planned;
  const values = applied.form ?? {};
  const isApproval = kind === 'approval';
  const filledIn = isApproval ? shownFields(programme, shownStep(programme, planned), applied, language) : [];
  const exception = isApproval ? exceptionOf(programme, applied, language) : undefined;
  return {
    programme: {
      name: name[language],
      documents: documents.map((document) => document.name[language]),
      form: kind === 'application' ? form.map((field) => fieldView(field, values[field.id], language)) : [],
    },
    ...(filledIn.length > 0 ? { application: filledIn } : {}),
    ...(exception ? { exception: { unmet: [...exception.unmet], reason: exception.reason } } : {}),
  };
}

const fieldView = (
  { id, label, type, required, choices, min, max }: FormField,
  value: FormValue | undefined,
  language: Language,
) => ({
  id,
  label: label[language],
  type,
  required,
  choices: choices?.map((choice) => ({ value: choice.value, label: choice.label[language] })),
  min,
  max,
  value,
});
