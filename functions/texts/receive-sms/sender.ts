import type { AskOfContact, RecordedAnswer } from '../../../adapters/ask-store.js';
import type { Begun } from '../../../adapters/inbound-store.js';
import type { BegunAnswer } from '../../../domain/sms/match.js';
import type { Placeholder, TextKey } from '../../../domain/texts/text-keys.js';
import type { Language } from '../../../domain/words/language.js';
import type { Staff } from '../../../domain/town/schema.js';

export interface IncomingText {
  /** The carrier's message id: the same one again is a redelivery. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  /** When the text reached the queue, epoch milliseconds: the carrier gives no time of its own. */
  readonly at: number;
  /** When it is read, epoch milliseconds: hours later where something was down meanwhile. */
  readonly readAt: number;
  /** How often the queue has delivered it, this time included. */
  readonly round: number;
}

/** An ask put to the sender, as it stands when the text arrives. */
export type SendersAsk = Omit<AskOfContact, 'state'> & {
  readonly state: 'open' | 'answered' | 'expired';
  /** Whose it is by now, where the sender has left the post by which they were asked, or stood in and does no more. */
  readonly handedTo?: string | undefined;
  /** Its text offered the digits from before one digit had one meaning. */
  readonly digitsBefore?: boolean | undefined;
  /** The sender's last text began to answer it. */
  readonly begun?: BegunAnswer | undefined;
  /** What this very text answered, before it came again. */
  readonly answer?: RecordedAnswer | undefined;
};

export interface Sender {
  readonly contact: string;
  /** Set for a member of staff; anybody else is a resident. */
  readonly staff: Staff | undefined;
  readonly language: Language;
  /** The answer that their last text began, while it is fresh. */
  readonly begun: Begun | undefined;
  /** In the order they were asked. */
  readonly asks: readonly SendersAsk[];
}

/** The reply to the sender. */
export interface Reply {
  readonly text: TextKey;
  readonly values: Partial<Record<Placeholder, string>>;
  readonly language?: Language | undefined;
  /** The request that the text opened, took back or was about otherwise than by answering an ask of it. */
  readonly request?: string | undefined;
  /** The request of an ask that keeps the text's answer, by the text's id: the text is found through that. */
  readonly answered?: string | undefined;
  /** The request says it all by itself in a moment: this text is not sent besides. */
  readonly unsaid?: boolean;
  /** Something is missing yet, which the next text is to give. */
  readonly begins?: true;
  /** The answer that counted, where the text gave one. */
  readonly counted?: string | undefined;
}
