import type { Town } from '../domain/town/schema.js';
import type { HttpCarrier } from './http-carrier.js';
import type { SnsCarrier } from './sns-carrier.js';
import type { StoredText } from './text-store.js';

export type CarriedText = Pick<StoredText, 'purpose' | 'to' | 'body'>;

/** The carrier did not take a text; the name says why. Nothing of the text or of the carrier's answer is in it. */
export class CarrierFailed extends Error {
  constructor(
    /** Refused: this text, or this town, is not taken; others may be. Unavailable: no text is taken at the moment. */
    override readonly name: 'CarrierSecretMissing' | 'CarrierRefused' | 'CarrierUnavailable',
    message: string,
  ) {
    super(message);
  }
}

/** Who takes texts to phones. */
export interface TextCarrier {
  /** Hands a text over; rejects with `CarrierFailed`, within `LONGEST_DELIVERY`, unless the carrier took it. */
  deliver(town: Town, text: CarriedText): Promise<void>;
}

/** Seconds. A function has thirty for all it does. */
export const LONGEST_DELIVERY = 8;

/** Which carrier takes a town's texts: AWS for all that have no other, and one of its own by its own account. */
export const carrierName = ({ settings: { id, sms } }: Town): string =>
  sms.carrier.kind === 'http' ? `${id} ${sms.carrier.url}` : sms.carrier.kind;

/** Whether the town's carrier knows by its key a text that it may have taken already. */
export const knowsRepeats = ({ settings: { sms } }: Town): boolean => sms.carrier.kind === 'http';

/** The carrier that each town chose. */
export class ChosenCarrier implements TextCarrier {
  constructor(
    private readonly sns: Pick<SnsCarrier, 'deliver'>,
    private readonly http: Pick<HttpCarrier, 'deliver'>,
  ) {}

  deliver(town: Town, text: CarriedText): Promise<void> {
    const { carrier } = town.settings.sms;
    switch (carrier.kind) {
      case 'sns':
        return this.sns.deliver(town, text);
      case 'http':
        return this.http.deliver(town, carrier, text);
    }
  }
}
