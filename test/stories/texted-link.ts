import type { Town } from '../../domain/town/schema.js';
import type { TownStory } from './town-story.js';

/** A town whose carrier lets links through. */
export const withLinks = (town: Town): Town => ({
  ...town,
  settings: { ...town.settings, sms: { ...town.settings.sms, links: true } },
});

/** The path and query of the latest link this member of staff was texted. */
export function linkTo(town: TownStory, staff: string): string {
  const texts = town.textsTo(town.phoneOf(staff)).toReversed();
  const link = texts.flatMap((text) => /https?:\S+/.exec(text)?.[0] ?? [])[0];
  const { pathname, search } = new URL(link ?? 'none:', town.cloud.url);
  return pathname + search;
}
