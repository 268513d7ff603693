import { askedCode } from '../../domain/codes/asked-code.js';
import type { GuidedCase } from './directory.js';
import type { TextMessage } from './text-message.js';

/** The next step of somebody who has just arrived, in their first case. */
export type GuideStep =
  /** Write to the town as the resident. */
  | { readonly kind: 'write'; readonly number: number; readonly phone: string; readonly body: string }
  /** Answer the newest question about the request, as whoever it was put to. */
  | {
      readonly kind: 'answer';
      /** Counted from 1, of the `steps` of the case. */
      readonly number: number;
      readonly phone: string;
      readonly body: string;
      /** The text that asks. */
      readonly asked: string;
      readonly request: string;
    }
  /** Nobody is asked just now: time has to pass. */
  | { readonly kind: 'wait'; readonly number: number; readonly request?: string | undefined }
  | { readonly kind: 'closed'; readonly request: string };

/** A request's number as texts show it. */
const REQUEST_NUMBER = /(?<![0-9A-Z])[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Z])/;

interface Ask {
  readonly phone: string;
  readonly code: string;
  readonly body: string;
  readonly isAnswered: boolean;
}

/** The questions about a request, the oldest first. */
function asksAbout(request: string, texts: readonly TextMessage[]): Ask[] {
  return texts.flatMap(({ to, body }, position) => {
    const code = body.includes(request) ? askedCode(body) : undefined;
    if (code === undefined) return [];
    const isAnswered = texts.slice(position).some((later) => later.from === to && later.body.includes(code));
    return [{ phone: to, code, body, isAnswered }];
  });
}

/** An application is handed in by its form, as its text says how. */
function answerTo({ body, code }: Ask, { form, asksForDay, day, asksIfDone, done }: GuidedCase): string {
  const [word] = form.split(' ');
  if (form !== '' && body.includes(`${word} ${code}`)) return form.replace(word ?? '', `${word} ${code}`);
  const small = body.toLowerCase();
  if (small.includes(asksForDay)) return `${code} 1 ${day}`;
  return small.includes(asksIfDone) ? `${code} 1 ${done}` : `${code} 1`;
}

/** An earlier run of the case is over; the last beginning counts. Read from texts alone, so a reload loses nothing. */
export function guideStep(guided: GuidedCase, texts: readonly TextMessage[]): GuideStep {
  const { resident: phone, says: body } = guided;
  const began = texts.findLastIndex((text) => text.from === phone && text.body === body);
  if (began < 0) return { kind: 'write', number: 1, phone, body };
  const since = texts.slice(began + 1);
  const request = since.flatMap((text) =>
    text.to === phone ? (REQUEST_NUMBER.exec(text.body) ?? []) : [],
  )[0];
  if (request === undefined) return { kind: 'wait', number: 2 };
  const asks = asksAbout(request, since);
  // The resident is asked last: what was asked before and is open still, somebody else has done.
  const heard = asks.findLastIndex((ask) => ask.phone === phone && ask.isAnswered);
  const open = asks.slice(heard + 1).findLast(({ isAnswered }) => !isAnswered);
  if (heard >= 0 && !open) return { kind: 'closed', request };
  // Who is asked back is at the same step.
  const answered = asks.filter((ask) => ask.isAnswered && ask.code !== open?.code);
  const number = new Set(answered.map(({ code }) => code)).size + 2;
  if (!open) return { kind: 'wait', number, request };
  const draft = answerTo(open, guided);
  return { kind: 'answer', number, phone: open.phone, body: draft, asked: open.body, request };
}
