import type { Town } from '../../domain/town/schema.js';
import type { TownStory } from './town-story.js';

/** A town whose carrier lets links through. */
export const withLinks = (town: Town): Town => ({
  ...town,
  settings: { ...town.settings, sms: { ...town.settings.sms, links: true } },
});

/** The path and query of the latest link to a week's visits. */
export const visitsOf = (town: TownStory, staff: string): string =>
  latest(town, staff, /https?:\S+\/visits\/\S+/);

/** The path and query of the latest link this member of staff was texted. */
export const linkTo = (town: TownStory, staff: string): string => latest(town, staff, /https?:\S+/);

function latest(town: TownStory, staff: string, pattern: RegExp): string {
  const texts = town.textsTo(town.phoneOf(staff)).toReversed();
  const link = texts.flatMap((text) => pattern.exec(text)?.[0] ?? [])[0];
  const { pathname, search } = new URL(link ?? 'none:', town.cloud.url);
  return pathname + search;
}
