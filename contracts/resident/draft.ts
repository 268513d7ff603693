import type * as z from 'zod';
import type { Language } from '../../domain/words/language.js';
import type { submissionFields } from './request.js';
import { typedPhone } from '../pages/request-number.js';

/** A form as far as it is filled in. Consent is not part of it: it is given anew each time. */
export interface Draft {
  readonly name: string;
  readonly phone: string;
  readonly village: string;
  readonly group: string;
  readonly location?: { readonly lat: number; readonly lng: number };
  readonly category: string;
  readonly description: string;
  /** Private numbers in the words are meant to be sent. */
  readonly keepNumbers: boolean;
  /** It is about a member of staff. */
  readonly confidential: boolean;
  /** Whoever handles it is not to see who reported it. */
  readonly anonymous: boolean;
  /** The number of an earlier report of the same event. */
  readonly sameAs: string;
  readonly forOther: boolean;
  readonly otherName: string;
  readonly otherPhone: string;
}

export const EMPTY_DRAFT: Draft = {
  name: '',
  phone: '',
  village: '',
  group: '',
  category: '',
  description: '',
  keepNumbers: false,
  confidential: false,
  anonymous: false,
  sameAs: '',
  forOther: false,
  otherName: '',
  otherPhone: '',
};

/** The body of `POST /requests`, whether or not it is agreed to. */
export type RequestBody = Omit<z.input<typeof submissionFields>, 'consent'> & { readonly consent: boolean };

const unlessEmpty = (value: string): string | undefined => (value === '' ? undefined : value);

/** A draft as the service takes it: nothing empty is sent, and nothing of another person unless it is for them. */
export function requestBody(draft: Draft, consent: boolean, language: Language): RequestBody {
  const other = { name: draft.otherName.trim(), phone: unlessEmpty(typedPhone(draft.otherPhone)) };
  return {
    name: draft.name.trim(),
    phone: typedPhone(draft.phone),
    village: unlessEmpty(draft.village),
    group: draft.group === '' ? undefined : Number(draft.group),
    location: draft.location,
    category: unlessEmpty(draft.category),
    description: draft.description.trim(),
    sameAs: unlessEmpty(draft.sameAs),
    confidential: draft.confidential || undefined,
    anonymous: draft.anonymous || undefined,
    onBehalfOf: draft.forOther ? other : undefined,
    language,
    consent,
  };
}
