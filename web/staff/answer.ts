import type { AskOption } from '../../domain/asks/ask-kinds.js';
import type { Ask, ChoosableOption } from './ask.js';
import type { Messages } from './messages.js';

/** An answer as it is being written. */
export interface AnswerDraft {
  readonly option: AskOption | undefined;
  readonly note: string;
  /** As typed. */
  readonly yuan: string;
  /** Numbers of the documents that are missing, from 1. */
  readonly documents: readonly number[];
}

export const EMPTY_ANSWER: AnswerDraft = { option: undefined, note: '', yuan: '', documents: [] };

/** The body of `POST /asks/{id}`. */
export interface AnswerBody {
  readonly option: AskOption;
  readonly note?: string;
  readonly yuan?: number;
}

/** Something wrong, at the control that can put it right. */
export interface AnswerError {
  readonly field: string;
  readonly message: string;
}

/** Read in any width, without what people put around a sum: the character for yuan, its sign, commas between thousands. */
const sumOf = (typed: string): number =>
  Number(
    typed
      .normalize('NFKC')
      .replace(/[\u5143,¥\s]/g, '')
      .trim() || Number.NaN,
  );

/** Whether a sum may be stated with this option. */
export const takesYuan = (ask: Ask, option: AskOption | undefined): boolean =>
  option === 'aid' || (option === 'done' && ask.aid);

/** The option names the missing documents by number, so that it needs no words. */
export const takesDocuments = (option: AskOption | undefined): boolean => option === 'documents';

export const chosenOption = (ask: Ask, { option }: AnswerDraft): ChoosableOption | undefined =>
  ask.options.find((one) => one.option === option);

/** What is missing before it is worth a trip over a slow network; every other rule is the service's. */
export function missingIn(ask: Ask, draft: AnswerDraft, { answer }: Messages): AnswerError[] {
  const chosen = chosenOption(ask, draft);
  if (!chosen) return [{ field: 'option', message: answer.missing.option }];
  const { option, note } = chosen;
  const yuan = takesYuan(ask, option) ? draft.yuan.trim() : '';
  if (yuan !== '' && !(sumOf(yuan) > 0)) return [{ field: 'yuan', message: answer.missing.yuan }];
  if (takesDocuments(option))
    return draft.documents.length === 0 ? [{ field: 'documents', message: answer.missing.documents }] : [];
  const isSaid = draft.note.trim() !== '' || (option === 'aid' && yuan !== '');
  if (note !== 'required' || isSaid) return [];
  return option === 'aid'
    ? [{ field: 'yuan', message: answer.missing.yuan }]
    : [{ field: 'note', message: answer.missing.note }];
}

/** What is sent; only what belongs to the chosen option. */
export function answerBody(ask: Ask, draft: AnswerDraft, option: AskOption): AnswerBody {
  const note = takesDocuments(option)
    ? [...draft.documents].sort((a, b) => a - b).join(' ')
    : draft.note.trim();
  const yuan = takesYuan(ask, option) && draft.yuan.trim() !== '' ? sumOf(draft.yuan) : undefined;
  return {
    option,
    ...(note === '' ? {} : { note }),
    ...(yuan === undefined ? {} : { yuan }),
  };
}

/** The control that a JSON pointer of the service ("/note") means. */
export const fieldAt = (pointer: string, option: AskOption): string => {
  const field = pointer.replace(/^#?\//, '');
  return field === 'note' && takesDocuments(option) ? 'documents' : field;
};
