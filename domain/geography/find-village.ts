import type { Town, Village } from '../town/schema.js';

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The village with this id or this name in either language, width, case and spaces aside. Never a guess at a similar one. */
export function findVillage(town: Town, text: string): Village | undefined {
  const wanted = plain(text);
  return town.villages.find((village) =>
    [village.id, village.name['zh-CN'], village.name.en].some((name) => plain(name) === wanted),
  );
}
