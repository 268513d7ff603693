import { createCarrierSecretStore } from '../../adapters/carrier-secret-store.js';
import type { HttpCarrierSettings } from '../../domain/town/carrier-schema.js';
import type { Town } from '../../domain/town/schema.js';
import type { TownStory } from './town-story.js';

/** By what the carrier of the stories knows the town. */
export const TOKEN = 'the-secret-of-the-carrier';

/** A town that texts by this carrier of its own. */
export const withCarrier = (town: Town, carrier: HttpCarrierSettings): Town => ({
  ...town,
  settings: { ...town.settings, sms: { ...town.settings.sms, carrier } },
});

/** Puts the town's secret in place; neither it nor anything texted may stand in a log. */
export async function keepToken(town: TownStory, { url }: Pick<HttpCarrierSettings, 'url'>): Promise<void> {
  town.typed.add(TOKEN);
  const secrets = createCarrierSecretStore({
    table: town.output('TableName'),
    endpoint: town.cloud.endpoint,
  });
  await secrets.keep('sanhehu', { token: TOKEN, address: url });
}
