import type { Language } from '../../domain/words/language.js';
import { isObject, numberOf } from '../json.js';
import { typedPhone } from '../request-number.js';

/** What somebody has filled in so far. Consent is not part of it: it is given anew each time. */
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
  sameAs: '',
  forOther: false,
  otherName: '',
  otherPhone: '',
};

/** The body of `POST /requests`. */
export interface RequestBody {
  readonly name: string;
  readonly phone: string;
  readonly village?: string;
  readonly group?: number;
  readonly location?: { readonly lat: number; readonly lng: number };
  readonly category?: string;
  readonly description: string;
  readonly sameAs?: string;
  readonly onBehalfOf?: { readonly name: string; readonly phone?: string };
  readonly language: Language;
  readonly consent: boolean;
}

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
    onBehalfOf: draft.forOther ? other : undefined,
    language,
    consent,
  };
}

function locationOf(value: unknown): Draft['location'] {
  if (!isObject(value)) return undefined;
  const lat = numberOf(value['lat']);
  const lng = numberOf(value['lng']);
  return lat === undefined || lng === undefined ? undefined : { lat, lng };
}

/** A draft read back from the device; whatever is not as expected is left empty. */
export function draftOf(value: unknown): Draft {
  const kept = isObject(value) ? value : {};
  const text = (name: keyof Draft): string => {
    const member = kept[name];
    return typeof member === 'string' ? member : '';
  };
  return {
    name: text('name'),
    phone: text('phone'),
    village: text('village'),
    group: text('group'),
    location: locationOf(kept['location']),
    category: text('category'),
    description: text('description'),
    keepNumbers: kept['keepNumbers'] === true,
    sameAs: text('sameAs'),
    forOther: kept['forOther'] === true,
    otherName: text('otherName'),
    otherPhone: text('otherPhone'),
  };
}
