import { smsParts } from '../texts/sms-parts.js';

/** A text that the carrier took or brought. */
export interface CarriedText {
  readonly direction: 'out' | 'in';
  readonly body: string;
}

/** Texts about a request, and the parts that the carrier bills. */
export interface TextParts {
  readonly sent: number;
  readonly partsSent: number;
  readonly received: number;
  readonly partsReceived: number;
}

export function textParts(texts: readonly CarriedText[]): TextParts {
  const of = (direction: CarriedText['direction']) => texts.filter((text) => text.direction === direction);
  const parts = (some: readonly CarriedText[]): number =>
    some.reduce((sum, { body }) => sum + smsParts(body).parts, 0);
  const [sent, received] = [of('out'), of('in')];
  return {
    sent: sent.length,
    partsSent: parts(sent),
    received: received.length,
    partsReceived: parts(received),
  };
}
