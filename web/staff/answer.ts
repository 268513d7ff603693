import type { AskOption } from '../../domain/asks/ask-kinds.js';
import { readMoney } from '../../domain/aid/read-money.js';
import { isObject, listOf, numberOf, textOf } from '../json.js';
import type { Ask, ChoosableOption, FormField, FormValue } from './ask.js';
import type { Messages } from './messages.js';
import { takesTargets } from './targets.js';
import { noteName, type NoteName } from './what-follows.js';

/** An answer as it is being written. */
export interface AnswerDraft {
  readonly option: AskOption | undefined;
  /** Words by what they say: those of another answer wait there for whoever comes back to it, and go with no other. */
  readonly notes: Readonly<Partial<Record<NoteName, string>>>;
  /** As typed. */
  readonly yuan: string;
  /** Numbers of the documents that are missing, from 1. */
  readonly documents: readonly number[];
  /** The form of the programme, as typed: `yes` and `no`, the value of a choice. */
  readonly form: Readonly<Record<string, string>>;
  /** Why a form is handed in though it does not meet the conditions. */
  readonly exception: string;
  /** Points of the check that do not hold, by their id. */
  readonly points: readonly string[];
  /** Photos of what was done, in base64. */
  readonly pictures: readonly string[];
}

const EMPTY_ANSWER: AnswerDraft = {
  option: undefined,
  notes: {},
  yuan: '',
  documents: [],
  form: {},
  exception: '',
  points: [],
  pictures: [],
};

const isFormValue = (value: unknown): value is FormValue =>
  ['string', 'number', 'boolean'].includes(typeof value);

const typedOf = (value: FormValue): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** The answer that is given most: yes, taken, done, which the service names first. */
export const commonOption = ({ options: [first] }: Ask): ChoosableOption | undefined => first;

/** An answer not yet begun: the common one, and what was filled into the form before stands in it. */
export const emptyAnswer = (ask: Ask): AnswerDraft => ({
  ...EMPTY_ANSWER,
  option: commonOption(ask)?.option,
  form: Object.fromEntries(
    (ask.programme?.form ?? []).flatMap(({ id, value }) =>
      value === undefined ? [] : [[id, typedOf(value)]],
    ),
  ),
});

/** An answer as written, from the body that was to be sent: to be changed, or put right. Its photos lie elsewhere. */
export function draftOf(ask: Ask, body: unknown): AnswerDraft {
  const empty = emptyAnswer(ask);
  if (!isObject(body)) return empty;
  const option = (ask.options.find((one) => one.option === body['option']) ?? commonOption(ask))?.option;
  const note = textOf(body['note']) ?? '';
  const yuan = numberOf(body['yuan']);
  const form = Object.entries(isObject(body['form']) ? body['form'] : {}).flatMap(([id, value]) =>
    isFormValue(value) ? [[id, typedOf(value)] as const] : [],
  );
  return {
    option,
    notes: takesDocuments(option) || note === '' || !option ? {} : { [noteName(ask.kind, option)]: note },
    documents: takesDocuments(option) ? note.split(' ').map(Number) : [],
    yuan: yuan === undefined ? '' : String(yuan),
    form: { ...empty.form, ...Object.fromEntries(form) },
    exception: textOf(body['exception']) ?? '',
    points: listOf(body['points'], textOf),
    pictures: [],
  };
}

/** The body of `POST /asks/{id}`. */
export interface AnswerBody {
  readonly option: AskOption;
  readonly note?: string;
  readonly yuan?: number;
  readonly form?: Readonly<Record<string, FormValue>>;
  readonly exception?: string;
  readonly points?: readonly string[];
}

/** Something wrong, at the control that can put it right. */
export interface AnswerError {
  readonly field: string;
  readonly message: string;
}

/** Read as in a text: "1,200.50", "€1,200.50", "500元"; undefined where it may be another sum, or is none. */
function sumOf(typed: string, { town }: Pick<Ask, 'town'>): number | undefined {
  const sum = readMoney(typed, town?.currency ?? 'CNY', true);
  return typeof sum === 'number' ? sum : undefined;
}

/** The words that go with the chosen answer. */
export const noteOf = ({ kind }: Ask, { option, notes }: AnswerDraft): string =>
  (option && notes[noteName(kind, option)]) ?? '';

/** What is typed into the words of the chosen answer. */
export const noted = (
  { kind }: Ask,
  { option, notes }: AnswerDraft,
  note: string,
): Pick<AnswerDraft, 'notes'> => ({
  notes: option ? { ...notes, [noteName(kind, option)]: note } : notes,
});

/**
 * How words go that anybody may want to say: with the answer, or, where that takes none but its own, by themselves;
 * undefined where its own are such words, and where there is nothing to add to.
 */
export function wordsGo(
  { kind, mayRemark, targets }: Ask,
  { note, option }: ChoosableOption,
): 'along' | 'apart' | undefined {
  if (noteName(kind, option) !== 'anything' || takesDocuments(option)) return mayRemark ? 'apart' : undefined;
  return note === 'optional' && !takesTargets({ kind, targets }, option) ? 'along' : undefined;
}

/** Whether a sum may be stated with this option. */
export const takesYuan = (ask: Ask, option: AskOption | undefined): boolean =>
  option === 'aid' || (option === 'done' && ask.aid);

/** Handed in, an application brings the form of its programme. */
export const takesForm = ({ programme }: Ask, option: AskOption | undefined): boolean =>
  option === 'done' && (programme?.form ?? []).length > 0;

/** Work that is done can be shown. */
export const takesPhotos = ({ mostPhotos }: Ask, option: AskOption | undefined): boolean =>
  option === 'done' && mostPhotos > 0;

/** The photos that go with the chosen option. */
export const picturesWith = (ask: Ask, { option, pictures }: AnswerDraft): readonly string[] =>
  takesPhotos(ask, option) ? pictures.slice(0, ask.mostPhotos) : [];

/** Points that do not hold are ticked; a check that has points needs no words besides. */
export const takesPoints = ({ form }: Ask, option: AskOption | undefined): boolean =>
  option === 'failed' && (form?.points ?? []).length > 0;

/** The option names the missing documents by number, so that it needs no words. */
export const takesDocuments = (option: AskOption | undefined): boolean => option === 'documents';

/** Whether this is all there is to say, so that one tap says it. */
export const isOneTap = (ask: Ask, { option, note }: ChoosableOption): boolean =>
  option === commonOption(ask)?.option && note !== 'required' && !takesForm(ask, option);

/** Whether it was one tap and nothing else, not even words that it does not carry: that may have been a slip. */
export const isBareTap = (ask: Ask, draft: AnswerDraft): boolean => {
  const chosen = chosenOption(ask, draft);
  const isTyped = noteOf(ask, draft).trim() !== '' || draft.yuan.trim() !== '' || draft.pictures.length > 0;
  return chosen !== undefined && isOneTap(ask, chosen) && !isTyped && !isLeftUnsent(ask, draft, chosen);
};

export const chosenOption = (ask: Ask, { option }: AnswerDraft): ChoosableOption | undefined =>
  ask.options.find((one) => one.option === option);

/** Fields that must be filled in before it is worth a trip over a slow network; every other rule is the service's. */
export function missingIn(ask: Ask, draft: AnswerDraft, { answer }: Messages): AnswerError[] {
  const chosen = chosenOption(ask, draft);
  if (!chosen) return [{ field: 'option', message: answer.missing.option }];
  if (isLeftUnsent(ask, draft, chosen)) return [{ field: 'remark', message: answer.missing.unsent }];
  const { option, note } = chosen;
  const yuan = takesYuan(ask, option) ? draft.yuan.trim() : '';
  if (yuan !== '' && sumOf(yuan, ask) === undefined) return [{ field: 'yuan', message: answer.missing.yuan }];
  if (takesDocuments(option))
    return draft.documents.length === 0 ? [{ field: 'documents', message: answer.missing.documents }] : [];
  if (takesForm(ask, option)) return missingFields(ask, draft, answer.missing.field);
  const isTicked = takesPoints(ask, option) && draft.points.length > 0;
  const isSaid = noteOf(ask, draft).trim() !== '' || (option === 'aid' && yuan !== '') || isTicked;
  if (note !== 'required' || isSaid) return [];
  if (option === 'aid') return [{ field: 'yuan', message: answer.missing.yuan }];
  const named = answer.missing.field(answer.notes[noteName(ask.kind, option)]);
  return [{ field: 'note', message: takesTargets(ask, option) ? answer.missing.target : named }];
}

/** Words for a remark that this answer does not carry: whoever answers now would lose them. */
const isLeftUnsent = (ask: Ask, { notes }: AnswerDraft, chosen: ChoosableOption): boolean =>
  wordsGo(ask, chosen) === 'apart' && (notes.anything ?? '').trim() !== '';

/** The service says what else is wrong with a field. */
const missingFields = ({ programme }: Ask, { form }: AnswerDraft, message: (label: string) => string) =>
  (programme?.form ?? [])
    .filter(({ id, required }) => required && (form[id] ?? '').trim() === '')
    .map(({ id, label }) => ({ field: `form/${id}`, message: message(label) }));

/** As the service takes it; what is no number stays as typed, for the service to say so. */
function formValue({ type }: FormField, typed: string): FormValue {
  if (type === 'yes-no') return typed === 'yes';
  const number = type === 'number' ? Number(typed.normalize('NFKC')) : Number.NaN;
  return Number.isNaN(number) ? typed.trim() : number;
}

const formBody = ({ programme }: Ask, { form }: AnswerDraft): Record<string, FormValue> =>
  Object.fromEntries(
    (programme?.form ?? []).flatMap((field) => {
      const typed = form[field.id] ?? '';
      return typed.trim() === '' ? [] : [[field.id, formValue(field, typed)]];
    }),
  );

const exceptionIn = ({ exception }: AnswerDraft): { exception?: string } =>
  exception.trim() === '' ? {} : { exception: exception.trim() };

/** The body to send: only fields that belong to the chosen option. */
export function answerBody(ask: Ask, draft: AnswerDraft, option: AskOption): AnswerBody {
  const note = takesDocuments(option)
    ? [...draft.documents].sort((a, b) => a - b).join(' ')
    : noteOf(ask, draft).trim();
  const yuan = takesYuan(ask, option) && draft.yuan.trim() !== '' ? sumOf(draft.yuan, ask) : undefined;
  return {
    option,
    ...(note === '' ? {} : { note }),
    ...(yuan === undefined ? {} : { yuan }),
    ...(takesForm(ask, option) ? { form: formBody(ask, draft), ...exceptionIn(draft) } : {}),
    ...(takesPoints(ask, option) && draft.points.length > 0 ? { points: draft.points } : {}),
  };
}

/** The control that a JSON pointer of the service ("/note") means. */
export const fieldAt = (pointer: string, option: AskOption | undefined): string => {
  const field = pointer.replace(/^#?\//, '');
  return field === 'note' && takesDocuments(option) ? 'documents' : field;
};
