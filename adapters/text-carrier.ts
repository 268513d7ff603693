import type { Town } from '../domain/town/schema.js';
import type { HttpCarrier } from './http-carrier.js';
import type { SnsCarrier } from './sns-carrier.js';
import type { StoredText } from './text-store.js';

export type CarriedText = Pick<StoredText, 'purpose' | 'to' | 'body'>;

/** Who takes texts to phones. */
export interface TextCarrier {
  /** Hands one text over; rejects when the carrier did not take it. */
  deliver(town: Town, text: CarriedText): Promise<void>;
}

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
